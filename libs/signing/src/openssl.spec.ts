import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { gostOpenssl } from '../../../tools/testing/gost-openssl.mjs';
import { childrenOf, rawOf, readBer } from './asn1.js';
import { joinBytes } from './der.js';
import { issueDemoCa, issueDemoCertificate } from './demo-ca.js';
import { parseCertificate } from './certificate.js';
import { generateKey } from './gost-keys.js';
import { signDetached } from './sign-detached.js';
import { streebog } from './streebog.js';
import { verifyDetached } from './verify-detached.js';

const openssl = gostOpenssl();
afterAll(() => openssl.close());

const at = new Date(Math.floor(Date.now() / 1000) * 1000);
const days = (n: number) => new Date(at.getTime() + n * 86_400_000);
const file = (name: string) => join(openssl.folder, name);
const write = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(file(name), bytes);
  return name;
};
const read = (name: string) => new Uint8Array(readFileSync(file(name)));
const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END ${label}-----\n`;
const unpem = (name: string) =>
  new Uint8Array(Buffer.from(readFileSync(file(name), 'utf8').replace(/-----[^-]+-----|\s/g, ''), 'base64'));
/** Bytes like those of a windows-1251 file, line ends included. */
const document = Uint8Array.from([
  ...Buffer.from('<?xml version="1.0"?>\r\n<a>'),
  0xcf,
  0xee,
  0xf2,
  0xee,
  0xea,
  0x0d,
  0x0a,
]);

/** The same CMS with the outer three elements of indefinite length. */
const asIndefinite = (der: Uint8Array): Uint8Array => {
  const [type, wrapped] = childrenOf(readBer(der));
  const parts = childrenOf(childrenOf(wrapped)[0]).map(rawOf);
  const open = (tag: number) => Uint8Array.of(tag, 0x80);
  return joinBytes(open(0x30), rawOf(type!), open(0xa0), open(0x30), ...parts, new Uint8Array(6));
};

const verifyByOpenssl = (signature: Uint8Array, ca: Uint8Array) => {
  write('sig.der', signature);
  write('doc.xml', document);
  write('ca.pem', pem('CERTIFICATE', ca));
  const args =
    '-verify -cades -binary -inform DER -in sig.der -content doc.xml -CAfile ca.pem -purpose any -out /dev/null';
  openssl.run(['cms', ...args.split(' ')]);
};

const makeByOpenssl = (bits: 256 | 512, set: string) => {
  const md = `md_gost12_${bits}`;
  const [ca, leaf] = [`ca-${bits}-${set}`, `leaf-${bits}-${set}`];
  write(
    'ca.cnf',
    '[req]\ndistinguished_name=dn\nprompt=no\nutf8=yes\nstring_mask=utf8only\nx509_extensions=v3\n[dn]\nC=RU\nO=ООО Проверочный УЦ\nCN=Проверочный УЦ\n[v3]\nbasicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n',
  );
  write(
    'leaf.cnf',
    '[req]\ndistinguished_name=dn\nprompt=no\nutf8=yes\nstring_mask=utf8only\n[dn]\nC=RU\nO=ООО Ромашка\ntitle=Генеральный директор\nCN=ООО Ромашка\nSN=Иванов\nGN=Иван Иванович\nINNLE=7707083893\nINN=500100732259\nOGRN=1027700132195\nSNILS=11223344595\nemailAddress=ivanov@example.test\n',
  );
  write(
    'leaf.ext',
    '[leaf]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\ncertificatePolicies=1.2.643.100.113.1,1.2.643.100.113.2\n',
  );
  const run = (line: string) => openssl.run(line.split(' '));
  for (const name of [ca, leaf]) {
    run(`genpkey -algorithm gost2012_${bits} -pkeyopt paramset:${set} -out ${name}.key`);
  }
  run(`req -x509 -new -utf8 -config ca.cnf -key ${ca}.key -${md} -days 3650 -out ${ca}.crt`);
  run(`req -new -utf8 -config leaf.cnf -key ${leaf}.key -${md} -out ${leaf}.csr`);
  run(
    `x509 -req -in ${leaf}.csr -CA ${ca}.crt -CAkey ${ca}.key -CAcreateserial -${md} -days 450 -extfile leaf.ext -extensions leaf -out ${leaf}.crt`,
  );
  return { certificateDer: unpem(`${leaf}.crt`), ca: unpem(`${ca}.crt`), privateKey: unpem(`${leaf}.key`), md, leaf };
};

it.each([256, 512] as const)('digests as OpenSSL does, %i bits', (bits) => {
  for (const size of [0, 1, 31, 63, 64, 65, 127, 128, 4096, 100_001]) {
    const bytes = size === 127 ? new Uint8Array(size).fill(0xff) : randomBytes(size);
    expect(Buffer.from(streebog(bits, bytes))).toEqual(openssl.run(['dgst', `-md_gost12_${bits}`, '-binary'], bytes));
  }
});

describe.each([256, 512] as const)('ours, with a key of %i bits', (keySize) => {
  const ca = issueDemoCa({ notBefore: days(-1), notAfter: days(3650), keySize });
  const person = { lastName: 'Иванова', firstName: 'Анна', middleName: 'Петровна' };
  const leaf = issueDemoCertificate({
    ca,
    person,
    position: 'Директор',
    organization: 'ООО «Поток»',
    innLegal: '7707083893',
    notBefore: days(-1),
    notAfter: days(400),
    keySize,
  });

  it('is a CAdES signature that OpenSSL verifies', () => {
    const signature = signDetached({ ...leaf, bytes: document, signedAt: at });
    expect(() => verifyByOpenssl(signature, ca.certificateDer)).not.toThrow();
    const changed = Uint8Array.from(signature);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => verifyByOpenssl(changed, ca.certificateDer)).toThrow('openssl cms');
  });

  it('has a certificate whose names OpenSSL reads', () => {
    write('mine.der', leaf.certificateDer);
    const text = openssl.run('x509 -inform DER -in mine.der -noout -subject -nameopt utf8,sep_multiline'.split(' '));
    expect(text.toString()).toContain('INNLE=7707083893');
    expect(text.toString()).toContain('SN=Иванова');
  });
});

describe.each([
  [256, 'TCA'],
  [256, 'TCB'],
  [256, 'TCD'],
  [256, 'XA'],
  [256, 'B'],
  [512, 'A'],
  [512, 'B'],
  [512, 'C'],
] as const)("OpenSSL's, %i bits, parameters %s", (bits, set) => {
  const theirs = makeByOpenssl(bits, set);
  const checked = (signature: Uint8Array) =>
    verifyDetached({ bytes: document, signature, trustedCertificates: [theirs.ca], at: new Date(Date.now() + 2_000) });
  const sign = (more: string) => {
    write('doc.xml', document);
    const args = `-sign -binary -in doc.xml -signer ${theirs.leaf}.crt -inkey ${theirs.leaf}.key -md ${theirs.md} -cades -nosmimecap -outform DER -out theirs.sig ${more}`;
    openssl.run(['cms', ...args.trim().split(' ')]);
    return read('theirs.sig');
  };

  it('is valid for us, and not for a changed document', () => {
    const signature = sign('');
    expect(checked(signature).findings).toEqual([]);
    const other = verifyDetached({ bytes: document.subarray(1), signature, at: new Date(Date.now() + 2_000) });
    expect(other.findings.map(({ code }) => code)).toEqual(['DIGEST_WRONG']);
  });

  it('is valid in BER of indefinite length too, as operators and JCP write it', () => {
    expect(checked(asIndefinite(sign(''))).findings).toEqual([]);
  });

  it('is refused with the document inside', () => {
    // With -stream OpenSSL attaches the document even when it is asked for a detached signature.
    expect(checked(sign('-stream')).findings.map(({ code }) => code)).toEqual(['SIGNATURE_NOT_DETACHED']);
  });

  it('has a private key that signs with us for OpenSSL', () => {
    write('leaf.der', theirs.certificateDer);
    const signature = signDetached({ ...theirs, bytes: document, signedAt: new Date(Date.now() + 1_000) });
    expect(() => verifyByOpenssl(signature, theirs.ca)).not.toThrow();
  });
});

it('tells what a certificate says', () => {
  const { certificateDer } = makeByOpenssl(256, 'TCA');
  expect(parseCertificate(certificateDer)).toMatchObject({
    organization: 'ООО Ромашка',
    position: 'Генеральный директор',
    person: { lastName: 'Иванов', firstName: 'Иван', middleName: 'Иванович' },
    innLegal: '7707083893',
    inn: '500100732259',
    ogrn: '1027700132195',
    snils: '11223344595',
    email: 'ivanov@example.test',
    keySize: 256,
    isCa: false,
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    policies: ['1.2.643.100.113.1', '1.2.643.100.113.2'],
  });
});

it('makes keys that OpenSSL reads', () => {
  for (const [size, oid] of [
    [256, '1.2.643.7.1.2.1.1.1'],
    [256, '1.2.643.2.2.36.0'],
    [512, '1.2.643.7.1.2.1.2.1'],
    [512, '1.2.643.7.1.2.1.2.3'],
  ] as const) {
    write('key.pem', pem('PRIVATE KEY', generateKey(size, oid)));
    expect(() => openssl.run('pkey -in key.pem -noout -text'.split(' '))).not.toThrow();
  }
});
