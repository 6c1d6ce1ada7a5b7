import { expect, it } from '@jest/globals';
import { parseCertificate } from './certificate.js';
import { issueDemoCa, issueDemoCertificate } from './demo-ca.js';
import { describeFinding, describeSigningFault } from './describe.js';
import { acceptSignatures, type ProviderOrder } from './signature-provider.js';
import { SigningFault } from './signing-fault.js';
import { softwareProvider } from './software-provider.js';

const at = new Date('2026-06-01T00:00:00Z');
const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-01-01T00:00:00Z') };
const ca = issueDemoCa(validity);
const make = () => issueDemoCertificate({ ca, person: { lastName: 'Иванов', firstName: 'Иван' }, ...validity });
const key = make();
const provider = softwareProvider([{ ...key, openPrivateKey: () => Uint8Array.from(key.privateKey) }]);
const order = (over: Partial<ProviderOrder> = {}): ProviderOrder => ({
  documents: [Uint8Array.of(1), Uint8Array.of(2)],
  thumbprint: parseCertificate(key.certificateDer).thumbprint,
  signedAt: at,
  signal: new AbortController().signal,
  ...over,
});
const signaturesOf = async (of: ProviderOrder) => {
  const answer = await provider.sign(of);
  return answer.kind === 'signed' ? answer.signatures : [];
};

it('signs at once, and what it gives is accepted', async () => {
  const verdicts = acceptSignatures(order(), await signaturesOf(order()));
  expect(verdicts.map(({ isValid }) => isValid)).toEqual([true, true]);
});

it('believes no provider: wrong order, wrong person, missing signature', async () => {
  const signatures = await signaturesOf(order());
  expect(() => acceptSignatures(order(), [...signatures].reverse())).toThrow('SIGNATURE_NOT_ACCEPTED');
  expect(() => acceptSignatures(order(), signatures.slice(1))).toThrow('SIGNATURE_NOT_ACCEPTED');
  const { thumbprint } = parseCertificate(make().certificateDer);
  expect(() => acceptSignatures(order({ thumbprint }), signatures)).toThrow('SIGNATURE_NOT_ACCEPTED');
  await expect(provider.sign(order({ thumbprint }))).rejects.toThrow('KEY_NOT_OF_CERTIFICATE');
});

it('stops when it is told to', async () => {
  await expect(provider.sign(order({ signal: AbortSignal.abort() }))).rejects.toMatchObject({ name: 'AbortError' });
});

it('has a sentence for a person, in both languages', () => {
  const expired = { code: 'CERTIFICATE_EXPIRED', facts: { notAfter: '01.01.2027' } } as const;
  expect(describeFinding(expired, 'ru')).toBe('Срок сертификата истёк 01.01.2027. Подпишите другим сертификатом.');
  expect(describeFinding(expired, 'en')).toBe('The certificate expired on 01.01.2027. Sign with another one.');
  expect(describeSigningFault(new SigningFault('ENVELOPE_KEY_UNKNOWN', { keyId: 'k' }), 'en')).toContain('"k"');
});
