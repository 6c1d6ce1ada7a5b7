import {
  describeFinding,
  issueDemoCa,
  issueDemoCertificate,
  signDetached,
  verifyDetached,
  type CertifiedKey,
} from '@potok/signing';

import type { Store } from '../../store/store.js';
import type { OrganizationRecord } from '../state/state.js';
import type { Notary, SignatureCheck } from './notary.js';
import { OPERATOR } from './service-files.js';

/** Keys of the demo firms and of the operator, base64; test keys without legal force. */
export interface DemoKeys {
  keys: Record<string, { readonly certificate: string; readonly privateKey: string }>;
}

const OPERATOR_KEY = 'operator';
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Issues, at first start, a certificate of a demo CA for everybody who has none, and signs with these keys. */
export const openGostNotary = async (
  store: Store<DemoKeys>,
  { organizations, now }: { organizations: readonly OrganizationRecord[]; now: () => Date },
): Promise<Notary> => {
  const missing = organizations.filter((one) => !store.data.keys[one.boxId]);
  if (missing.length > 0 || !store.data.keys[OPERATOR_KEY]) {
    issueKeys(store.data, missing, now());
    await store.save();
  }
  const keyOf = (name: string): CertifiedKey => {
    const key = store.data.keys[name];
    if (!key) throw new Error(`no demo key of ${name}`);
    return { certificateDer: fromBase64(key.certificate), privateKey: fromBase64(key.privateKey) };
  };
  return {
    sign: async (by, content) =>
      signDetached({ bytes: content, ...keyOf(by === 'operator' ? OPERATOR_KEY : by.boxId), signedAt: now() }),
    check: async (content, signature) => check(content, signature, now()),
    certificateOf: (boxId) => keyOf(boxId).certificateDer,
  };
};

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const issueKeys = (into: DemoKeys, organizations: readonly OrganizationRecord[], now: Date): void => {
  const time = { notBefore: new Date(now.getTime() - YEAR_MS), notAfter: new Date(now.getTime() + 10 * YEAR_MS) };
  const ca = issueDemoCa(time);
  const put = (name: string, key: CertifiedKey) => {
    into.keys[name] = { certificate: base64(key.certificateDer), privateKey: base64(key.privateKey) };
  };
  for (const one of organizations) put(one.boxId, issueDemoCertificate({ ca, ...time, ...ownerOf(one) }));
  if (into.keys[OPERATOR_KEY]) return;
  const person = { lastName: 'Операторов', firstName: 'Олег' };
  const operator = { ca, ...time, person, organization: OPERATOR.name, innLegal: OPERATOR.inn };
  put(OPERATOR_KEY, issueDemoCertificate(operator));
};

const ownerOf = ({ signer, ...one }: OrganizationRecord) => {
  const person = { lastName: signer.surname, firstName: signer.name, middleName: signer.patronymic };
  const about = { person, inn: signer.inn, snils: signer.snils };
  return one.isEntrepreneur
    ? { ...about, ogrnip: one.ogrn }
    : { ...about, position: signer.position, organization: one.shortName, innLegal: one.inn, ogrn: one.ogrn };
};

/** The chain is not looked at: the sandbox believes every authority, as it cannot know the demo CA of its clients. */
const check = (bytes: Uint8Array, signature: Uint8Array, at: Date): SignatureCheck => {
  const { isValid, findings, signer } = verifyDetached({ bytes, signature, at, needsPolicy: false });
  const [first] = findings;
  return {
    isValid,
    ...(first ? { problem: describeFinding(first, 'ru') } : {}),
    ...(signer?.innLegal === undefined ? {} : { innLegal: signer.innLegal }),
    ...(signer?.inn === undefined ? {} : { inn: signer.inn }),
  };
};
