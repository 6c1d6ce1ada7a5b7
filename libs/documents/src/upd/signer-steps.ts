import { personSteps } from '../party/party-steps.js';
import { fieldsOf, type Step } from '../xml/fields.js';
import type { ElectronicAuthority, PaperAuthority, UpdSigner } from './signer.js';

/** СпосПодтПолном (public code, unverified). */
const AUTHORITY_CODES = {
  certificate: '1',
  'mchd-file': '2',
  'mchd-system': '3',
  'mchd-other': '4',
  paper: '5',
  other: '6',
};
/** ТипПодпис */
export const SIGNATURE_KIND_CODES = { qualified: '1', simple: '2', enhanced: '3' };

const electronic = fieldsOf<ElectronicAuthority>();
const paper = fieldsOf<PaperAuthority>();
const signer = fieldsOf<UpdSigner>();

/** Подписант of УПД 5.03, both titles. */
export const signerSteps: readonly Step<UpdSigner>[] = [
  signer.text('position', 'Должн'),
  signer.code('signatureKind', 'ТипПодпис', SIGNATURE_KIND_CODES),
  signer.date('signedOn', 'ДатаПодДок'),
  signer.code('authority', 'СпосПодтПолном', AUTHORITY_CODES),
  signer.text('note', 'ДопСведПодп'),
  signer.child('person', 'ФИО', personSteps),
  signer.list('mchd', 'СвДоверЭл', [
    electronic.text('number', 'НомДовер'),
    electronic.date('issuedOn', 'ДатаВыдДовер'),
    electronic.text('innerNumber', 'ВнНомДовер'),
    electronic.date('innerDate', 'ДатаВнРегДовер'),
    electronic.text('storage', 'ИдСистХран'),
    electronic.text('url', 'УРЛСист'),
  ]),
  signer.list('paper', 'СвДоверБум', [
    paper.date('issuedOn', 'ДатаВыдДовер'),
    paper.text('number', 'ВнНомДовер'),
    paper.text('note', 'СвИдДовер'),
    paper.child('issuer', 'ФИО', personSteps),
  ]),
];
