import { partySteps } from '../party/party-steps.js';
import { fieldsOf, writeElement, type Step } from '../xml/fields.js';
import { leaf, Out, wrap } from '../xml/out.js';
import type { AdditionalFacts, CurrencyModel, PaymentDocument, UpdModel, UpdRevision } from './model.js';
import { infoSteps, referenceSteps } from './reference-steps.js';

const upd = fieldsOf<UpdModel>();

const revision = fieldsOf<UpdRevision>();
/** ИспрДок is an element, the names of the corrected files are attributes of its parent. */
const revisionSteps: readonly Step<UpdModel>[] = [
  upd.child('revision', 'ИспрДок', [revision.integer('number', 'НомИспр'), revision.date('date', 'ДатаИспр')]),
  {
    put({ revision: given }, out) {
      if (given?.sellerFileId !== undefined) out.attributes['ИмяФайлИспрПрод'] = given.sellerFileId;
      if (given?.buyerFileId !== undefined) out.attributes['ИмяФайлИспрПок'] = given.buyerFileId;
    },
    take(from, into) {
      if (into.revision === undefined) return;
      const sellerFileId = from.attribute('ИмяФайлИспрПрод');
      const buyerFileId = from.attribute('ИмяФайлИспрПок');
      if (sellerFileId !== undefined) into.revision.sellerFileId = sellerFileId;
      if (buyerFileId !== undefined) into.revision.buyerFileId = buyerFileId;
    },
  },
];

const oneConsignor = upd.list('consignors', 'ГрузОтпр', partySteps);
/** ГрузОт: a party each, or «он же» for the seller. */
const consignors: Step<UpdModel> = {
  put(value, out) {
    const parties = new Out('ГрузОт');
    oneConsignor.put(value, parties);
    const seller = value.isConsignorSeller === true ? [leaf('ОнЖе', 'он же')] : [];
    for (const child of [...seller, ...parties.children]) {
      out.children.push(wrap('ГрузОт', child));
    }
  },
  take(from, into) {
    const parties = from.children('ГрузОт', (choice) => {
      const read: Partial<UpdModel> = {};
      oneConsignor.take(choice, read);
      if (choice.child('ОнЖе', () => true) === true) into.isConsignorSeller = true;
      return read.consignors ?? [];
    });
    if (parties.flat().length > 0) into.consignors = parties.flat();
  },
};

const payment = fieldsOf<PaymentDocument>();
const currency = fieldsOf<CurrencyModel>();

const facts = fieldsOf<AdditionalFacts>();
const treasury = fieldsOf<NonNullable<AdditionalFacts['treasury']>>();
const SPECIAL_CASES: Readonly<Record<UpdModel['function'], string>> = {
  СЧФ: 'СпОбстФСЧФ',
  СЧФДОП: 'СпОбстФСЧФДОП',
  ДОП: 'СпОбстФДОП',
};
const factsSteps: readonly Step<AdditionalFacts>[] = [
  facts.text('governmentContractId', 'ИдГосКон'),
  facts.child('treasury', 'ИнфПродЗаГоскКазн', [
    treasury.date('contractDate', 'ДатаГосКонт'),
    treasury.text('contractNumber', 'НомерГосКонт'),
    treasury.text('account', 'ЛицСчетПрод'),
    treasury.text('budgetCode', 'КодПродБюджКласс'),
    treasury.text('purposeCode', 'КодЦелиПрод'),
    treasury.text('treasuryCode', 'КодКазначПрод'),
    treasury.text('treasuryName', 'НаимКазначПрод'),
  ]),
  facts.child('factor', 'СвФактор', partySteps),
  facts.child('claimBasis', 'ОснУстДенТреб', referenceSteps),
  facts.list('documents', 'СопрДокФХЖ', referenceSteps),
];
/** ДопСвФХЖ1, where the attribute of the special case is named after the function. */
const additional: Step<UpdModel> = {
  put(value, out) {
    if (value.additional === undefined) return;
    const special = facts.text('specialCase', SPECIAL_CASES[value.function]);
    out.children.push(writeElement('ДопСвФХЖ1', [special, ...factsSteps], value.additional));
  },
  take(from, into) {
    from.child('ДопСвФХЖ1', (found) => {
      const read: Partial<AdditionalFacts> = {};
      for (const step of factsSteps) step.take(found, read);
      for (const name of Object.values(SPECIAL_CASES)) facts.text('specialCase', name).take(found, read);
      into.additional = read;
    });
  },
};

/** СвСчФакт */
export const invoiceSteps: readonly Step<UpdModel>[] = [
  upd.text('number', 'НомерДок'),
  upd.date('date', 'ДатаДок'),
  ...revisionSteps,
  upd.child('seller', 'СвПрод', partySteps),
  consignors,
  upd.list('consignees', 'ГрузПолуч', partySteps),
  upd.list('payments', 'СвПРД', [
    payment.text('number', 'НомерПРД'),
    payment.date('date', 'ДатаПРД'),
    payment.decimal('amount', 'СуммаПРД'),
  ]),
  upd.list('shipments', 'ДокПодтвОтгрНом', referenceSteps),
  upd.child('buyer', 'СвПокуп', partySteps),
  upd.child('currency', 'ДенИзм', [
    currency.text('code', 'КодОКВ'),
    currency.text('name', 'НаимОКВ'),
    currency.decimal('rate', 'КурсВал'),
  ]),
  additional,
  upd.child('info', 'ИнфПолФХЖ1', infoSteps),
];
