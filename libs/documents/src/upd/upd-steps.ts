import { fieldsOf, type Step } from '../xml/fields.js';
import { invoiceSteps } from './invoice-steps.js';
import { lineSteps, vatChoice } from './line-steps.js';
import { UPD_KND, type UpdModel, type UpdTotals } from './model.js';
import { referenceSteps } from './reference-steps.js';
import { signerSteps } from './signer-steps.js';
import { transferSteps } from './transfer-steps.js';

const upd = fieldsOf<UpdModel>();
const totals = fieldsOf<UpdTotals>();

/** Документ of the seller's title, without the moment of its making. */
export const updSteps: readonly Step<UpdModel>[] = [
  upd.fixed('КНД', UPD_KND),
  upd.text('uid', 'УИД'),
  upd.text('function', 'Функция'),
  upd.text('factName', 'ПоФактХЖ'),
  upd.text('documentName', 'НаимДокОпр'),
  upd.text('composerName', 'НаимЭконСубСост'),
  upd.within('СвСчФакт', invoiceSteps),
  upd.within('ТаблСчФакт', [
    upd.list('lines', 'СведТов', lineSteps),
    upd.child('totals', 'ВсегоОпл', [
      totals.decimal('amountWithoutVat', 'СтТовБезНДСВсего'),
      totals.decimal('amountWithVat', 'СтТовУчНалВсего'),
      totals.decimal('netQuantity', 'КолНеттоВс'),
      vatChoice('СумНалВсего'),
    ]),
  ]),
  { put: () => undefined, take: (_, into) => void (into.lines ??= []) },
  upd.child('transfer', 'СвПродПер', transferSteps),
  upd.list('signers', 'Подписант', signerSteps),
  upd.child('composerAuthority', 'ОснДоверОргСост', referenceSteps),
];
