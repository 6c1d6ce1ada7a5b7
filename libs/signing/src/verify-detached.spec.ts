import { describe, expect, it } from '@jest/globals';
import { buildCertificate, extension } from './build-certificate.js';
import { parseCertificate, readCertificate } from './certificate.js';
import { issueDemoCa, issueDemoCertificate, type CertifiedKey } from './demo-ca.js';
import {
  bits,
  boolean,
  context,
  integer,
  joinBytes,
  nothing,
  objectId,
  octets,
  sequence,
  setOf,
  smallInteger,
} from './der.js';
import { generateKey, readPrivateKey, readPublicKey } from './gost-keys.js';
import { findCurve } from './gost-curves.js';
import { isSignatureOf, signDigest, type GostPoint } from './gost-signature.js';
import { toBigEndian, toLittleEndian } from './integers.js';
import { OID } from './oids.js';
import { signDetached } from './sign-detached.js';
import { streebog } from './streebog.js';
import { verifyDetached, type VerifyOrder } from './verify-detached.js';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const validity = { notBefore: day('2026-01-01'), notAfter: day('2027-01-01') };
const at = day('2026-06-01');
const bytes = new TextEncoder().encode('<Файл/>');
const person = { lastName: 'Иванов', firstName: 'Иван' };

const ca = issueDemoCa(validity);
const leaf = issueDemoCertificate({ ca, person, inn: '500100732259', ...validity });
const good = signDetached({ ...leaf, bytes, signedAt: at });

const verdict = (signature: Uint8Array, over: Partial<VerifyOrder> = {}) =>
  verifyDetached({ bytes, signature, at, trustedCertificates: [ca.certificateDer], ...over });
const codes = (signature: Uint8Array, over?: Partial<VerifyOrder>) =>
  verdict(signature, over).findings.map(({ code }) => code);

const d256 = sequence(objectId(OID.digest256), nothing);
const attribute = (oid: string, ...values: Uint8Array[]) => sequence(objectId(oid), setOf(...values));
const honest = (key: CertifiedKey) => ({
  contentType: attribute(OID.contentType, objectId(OID.data)),
  messageDigest: attribute(OID.messageDigest, octets(streebog(256, bytes))),
  ess: attribute(
    OID.signingCertificateV2,
    sequence(sequence(sequence(d256, octets(streebog(256, key.certificateDer))))),
  ),
});
type Forgery = {
  readonly key?: CertifiedKey;
  readonly shown?: Uint8Array;
  readonly attributes?: Partial<Record<'contentType' | 'messageDigest' | 'ess' | 'more', Uint8Array | undefined>>;
  readonly bare?: boolean;
  readonly content?: Uint8Array;
  readonly digest?: Uint8Array;
  readonly value?: (value: Uint8Array) => Uint8Array;
  readonly certificates?: readonly Uint8Array[];
  readonly extraSigner?: Uint8Array;
};
/** A signature made with every freedom that an attacker has. */
const forge = (forgery: Forgery = {}): Uint8Array => {
  const { key, attributes, bare, digest, value } = {
    key: leaf,
    bare: false,
    digest: d256,
    value: (made: Uint8Array) => made,
    ...forgery,
  };
  const shown = readCertificate(forgery.shown ?? key.certificateDer);
  const parts = Object.values({ ...honest(key), ...attributes }).filter((part) => part !== undefined);
  const set = setOf(...parts);
  const { curve, secret } = readPrivateKey(key.privateKey);
  const signer = sequence(
    smallInteger(1),
    sequence(shown.issuerName, integer(shown.serial)),
    digest,
    ...(bare ? [] : [joinBytes(Uint8Array.of(0xa0), set.subarray(1))]),
    sequence(objectId(OID.key256)),
    octets(value(signDigest(curve, secret, streebog(256, bare ? bytes : set)))),
  );
  return wrap(signer, { certificates: [shown.der], digest, ...forgery });
};
const wrap = (signer: Uint8Array, forgery: Forgery & { readonly digest: Uint8Array }): Uint8Array => {
  const content = forgery.content ? [context(0, octets(forgery.content))] : [];
  const signedData = sequence(
    smallInteger(1),
    setOf(forgery.digest),
    sequence(objectId(OID.data), ...content),
    context(0, ...(forgery.certificates ?? [])),
    setOf(signer, ...(forgery.extraSigner ? [forgery.extraSigner] : [])),
  );
  return sequence(objectId(OID.signedData), context(0, signedData));
};

it('accepts an honest signature and tells who signed and when', () => {
  expect(verdict(good)).toMatchObject({
    isValid: true,
    findings: [],
    isChainChecked: true,
    signer: { person, inn: '500100732259', keySize: 256 },
    signedAt: at,
  });
  expect(codes(forge())).toEqual([]);
});

describe('the bytes', () => {
  it('must be the signed ones', () => {
    expect(codes(good, { bytes: new TextEncoder().encode('<Файл/> ') })).toEqual(['DIGEST_WRONG']);
  });
  it('are never taken from inside the signature', () => {
    const attached = forge({ content: bytes });
    expect(codes(attached)).toEqual(['SIGNATURE_NOT_DETACHED']);
    expect(codes(attached, { bytes: new Uint8Array() })).toContain('SIGNATURE_NOT_DETACHED');
  });
});

describe('the certificate', () => {
  const other = buildCertificate({
    subject: { lastName: 'Другой' },
    issuer: { country: 'RU', organization: ca.name, commonName: ca.name },
    subjectKey: leaf.privateKey,
    issuerKey: ca.privateKey,
    ...validity,
    extensions: [
      extension(OID.keyUsage, bits(Uint8Array.of(0xc0), 6), true),
      extension(OID.certificatePolicies, sequence(sequence(objectId(`${OID.signToolClass}.1`)))),
    ],
  });
  it('cannot be swapped for another one of the same key', () => {
    expect(codes(forge({ shown: other }))).toEqual(['CERTIFICATE_REPLACED']);
  });
  it('must come with the signature', () => {
    expect(codes(forge({ certificates: [other] }))).toEqual(['SIGNER_CERTIFICATE_ABSENT']);
  });
  it('must be meant for signing and name the class of its tool', () => {
    const lame = issueDemoCertificate({ ca, person, ...validity, lacks: ['digitalSignature', 'policies'] });
    const signature = signDetached({ ...lame, bytes, signedAt: at });
    expect(codes(signature)).toEqual(['KEY_USAGE_WRONG', 'POLICY_ABSENT']);
    expect(codes(signature, { needsPolicy: false })).toEqual(['KEY_USAGE_WRONG']);
  });
  it('must be valid at the moment in question and when it claims to have signed', () => {
    expect(codes(good, { at: day('2028-01-01') })).toEqual(['CERTIFICATE_EXPIRED', 'CHAIN_EXPIRED']);
    expect(codes(good, { at: day('2025-01-01') })).toEqual(['CERTIFICATE_NOT_YET_VALID', 'CHAIN_EXPIRED']);
    expect(codes(signDetached({ ...leaf, bytes, signedAt: day('2027-02-01') }))).toEqual(['SIGNED_OUTSIDE_VALIDITY']);
  });
  it('with an unknown critical extension is not trusted', () => {
    const privateKey = generateKey(256);
    const certificateDer = buildCertificate({
      subject: { lastName: 'Странный' },
      issuer: { country: 'RU', organization: ca.name, commonName: ca.name },
      subjectKey: privateKey,
      issuerKey: ca.privateKey,
      ...validity,
      extensions: [extension(OID.keyUsage, bits(Uint8Array.of(0xc0), 6), true), extension('1.2.3.4', nothing, true)],
    });
    expect(codes(forge({ key: { certificateDer, privateKey } }), { needsPolicy: false })).toEqual([
      'CERTIFICATE_CRITICAL_UNKNOWN',
    ]);
  });
});

describe('signed attributes', () => {
  it('must be there', () => {
    expect(codes(forge({ bare: true }))).toEqual(['ATTRIBUTE_ABSENT']);
    for (const name of ['contentType', 'messageDigest', 'ess'] as const) {
      expect(codes(forge({ attributes: { [name]: undefined } }))).toEqual(['ATTRIBUTE_ABSENT']);
    }
  });
  it('must stand once, with one value', () => {
    expect(codes(forge({ attributes: { more: attribute(OID.messageDigest, octets(new Uint8Array(32))) } }))).toEqual([
      'ATTRIBUTE_ABSENT',
    ]);
    const two = attribute(OID.messageDigest, octets(streebog(256, bytes)), octets(new Uint8Array(32)));
    expect(codes(forge({ attributes: { messageDigest: two } }))).toEqual(['ATTRIBUTE_ABSENT']);
  });
  it('must name the type of the content', () => {
    expect(codes(forge({ attributes: { contentType: attribute(OID.contentType, objectId(OID.signedData)) } }))).toEqual(
      ['CONTENT_TYPE_WRONG'],
    );
  });
});

describe('the value', () => {
  it('needs a digest as long as the key', () => {
    expect(codes(forge({ digest: sequence(objectId(OID.digest512), nothing) }))).toEqual(['DIGEST_UNSUPPORTED']);
    expect(codes(forge({ digest: sequence(objectId(OID.sha256), nothing) }))).toEqual(['DIGEST_UNSUPPORTED']);
  });
  it('must lie between nought and the order of the group', () => {
    const { order } = readPrivateKey(leaf.privateKey).curve;
    for (const s of [0n, order]) {
      expect(codes(forge({ value: (v) => joinBytes(toBigEndian(s, 32), v.subarray(32)) }))).toEqual([
        'SIGNATURE_WRONG',
      ]);
      expect(codes(forge({ value: (v) => joinBytes(v.subarray(0, 32), toBigEndian(s, 32)) }))).toEqual([
        'SIGNATURE_WRONG',
      ]);
    }
    expect(codes(forge({ value: (v) => v.subarray(1) }))).toEqual(['SIGNATURE_WRONG']);
  });
  it('of one signer does not cover for another', () => {
    const shown = readCertificate(leaf.certificateDer);
    const bad = sequence(
      smallInteger(1),
      sequence(shown.issuerName, integer(Uint8Array.of(7))),
      d256,
      sequence(objectId(OID.key256)),
      octets(new Uint8Array(64)),
    );
    expect(codes(forge({ extraSigner: bad }))).toEqual(['SIGNER_CERTIFICATE_ABSENT']);
  });
});

describe('a public key', () => {
  const info = (oid: string, x: bigint, y: bigint) =>
    sequence(
      sequence(objectId(OID.key256), sequence(objectId(oid))),
      bits(octets(joinBytes(toLittleEndian(x, 32), toLittleEndian(y, 32)))),
    );
  it('must be a point of its curve', () => {
    expect(() => readPublicKey(info('1.2.643.7.1.2.1.1.1', 1n, 1n))).toThrow('KEY_UNREADABLE');
    expect(() => readPublicKey(info('1.2.3', 1n, 1n))).toThrow('KEY_UNSUPPORTED');
  });
  const isInSubgroup = (point: GostPoint) => {
    try {
      return point.isTorsionFree();
    } catch {
      return false;
    }
  };
  it('must be of the subgroup where the curve is bigger than it', () => {
    const curve = findCurve('1.2.643.7.1.2.1.1.1')!;
    const points = curve.points();
    const { Fp } = points;
    const outside = Array.from({ length: 64 }, (_, i) => BigInt(i + 2))
      .map((x) => ({ x, right: Fp.add(Fp.add(Fp.pow(x, 3n), Fp.mul(points.CURVE().a, x)), points.CURVE().b) }))
      .filter(({ right }) => Fp.pow(right, (Fp.ORDER - 1n) / 2n) === 1n)
      .map(({ x, right }) => points.fromAffine({ x, y: Fp.sqrt(right) }))
      .find((point) => !isInSubgroup(point))!;
    const { x, y } = outside.toAffine();
    expect(() => readPublicKey(info('1.2.643.7.1.2.1.1.1', x, y))).toThrow('KEY_UNREADABLE');
  });
  it('accepts a signature of its own digest only', () => {
    const { curve, secret } = readPrivateKey(leaf.privateKey);
    const key = readPublicKey(readCertificate(leaf.certificateDer).publicKeyInfo);
    const digest = streebog(256, bytes);
    expect(isSignatureOf(key, digest, signDigest(curve, secret, digest))).toBe(true);
    expect(isSignatureOf(key, streebog(256, digest), signDigest(curve, secret, digest))).toBe(false);
  });
});

describe('the chain', () => {
  it('ends at a trusted certificate, and a name alone is not trust', () => {
    const impostor = issueDemoCa(validity);
    expect(codes(good, { trustedCertificates: [] })).toEqual(['CHAIN_UNTRUSTED']);
    expect(codes(good, { trustedCertificates: [impostor.certificateDer] })).toEqual(['CHAIN_SIGNATURE_WRONG']);
  });
  it('is not lengthened by somebody who may not issue', () => {
    const name = { lastName: 'Самозванец' };
    const issuer = { country: 'RU', organization: ca.name, commonName: ca.name };
    const common = { ...validity, issuer, issuerKey: ca.privateKey };
    const make = (extensions: Uint8Array[]) => {
      const subjectKey = generateKey(256);
      const middle = buildCertificate({ ...common, subject: name, subjectKey, extensions });
      const privateKey = generateKey(256);
      const certificateDer = buildCertificate({
        ...validity,
        subject: { lastName: 'Жертва' },
        issuer: name,
        subjectKey: privateKey,
        issuerKey: subjectKey,
        extensions: [extension(OID.keyUsage, bits(Uint8Array.of(0xc0), 6), true)],
      });
      return forge({ key: { certificateDer, privateKey }, certificates: [certificateDer, middle] });
    };
    expect(codes(make([]), { needsPolicy: false })).toEqual(['CHAIN_ISSUER_NOT_CA']);
    // The demo CA allows nobody below it (pathlen 0), whatever the certificate says of itself.
    const asCa = [extension(OID.basicConstraints, sequence(boolean(true)), true)];
    expect(codes(make(asCa), { needsPolicy: false })).toEqual(['CHAIN_TOO_LONG']);
  });
  it('is said to be unchecked when nobody is named', () => {
    expect(verifyDetached({ bytes, signature: good, at })).toMatchObject({ isValid: true, isChainChecked: false });
  });
});

describe('the file', () => {
  it('holds nothing after the signature and is no rubbish', () => {
    expect(codes(joinBytes(good, Uint8Array.of(0)))).toEqual(['SIGNATURE_UNREADABLE']);
    expect(codes(new Uint8Array())).toEqual(['SIGNATURE_UNREADABLE']);
    expect(codes(bytes)).toEqual(['SIGNATURE_UNREADABLE']);
    expect(codes(leaf.certificateDer)).toEqual(['SIGNATURE_UNREADABLE']);
  });
  it('is limited in size, depth and number', () => {
    expect(codes(new Uint8Array(1024 * 1024 + 1))).toEqual(['SIGNATURE_TOO_BIG']);
    const deep = Array.from({ length: 5_000 }).reduce<Uint8Array>((inner) => sequence(inner), nothing);
    expect(codes(deep)).toEqual(['SIGNATURE_UNREADABLE']);
    const many = Array.from({ length: 33 }, () => leaf.certificateDer);
    expect(codes(forge({ certificates: many }))).toEqual(['SIGNER_TOO_MANY']);
  });
  it('is not valid with one bit changed, in the frame or inside', () => {
    const certificateAt = Buffer.from(good).indexOf(leaf.certificateDer);
    const signerAt = certificateAt + leaf.certificateDer.length;
    // Every bit of what no signature covers; a sample of the rest.
    const isFrame = (byte: number) => byte < certificateAt || (byte >= signerAt && byte < signerAt + 12);
    const accepted: number[] = [];
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      if (!isFrame(bit >> 3) && bit % 197 !== 0) continue;
      const changed = Uint8Array.from(good);
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
      if (verdict(changed).isValid) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });
});

it('reads an old certificate with the ИНН of the firm in the field of a person', () => {
  const old = issueDemoCertificate({ ca, person, inn: '007707083893', ...validity });
  const facts = parseCertificate(old.certificateDer);
  expect(facts.innLegal).toBe('7707083893');
  expect(facts).not.toHaveProperty('inn');
});

it('refuses to sign with the key of another certificate', () => {
  const another = issueDemoCertificate({ ca, person, ...validity });
  expect(() => signDetached({ ...leaf, privateKey: another.privateKey, bytes, signedAt: at })).toThrow(
    'KEY_NOT_OF_CERTIFICATE',
  );
});
