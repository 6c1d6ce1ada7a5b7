import { fieldsOf, plainDecimal, type Step } from '../xml/fields.js';
import { leaf, wrap } from '../xml/out.js';
import type { CustomsModel, MarkingModel, TraceabilityModel, UpdLine } from './line.js';
import { infoFieldSteps, referenceSteps } from './reference-steps.js';
import { VAT_RATE_CODES } from './vat-rates.js';

export const WITHOUT_VAT = 'без НДС';
const WITHOUT_EXCISE = 'без акциза';
const LINE_KIND_CODES = { goods: '1', work: '2', service: '3', right: '4', other: '5' };

const customs = fieldsOf<CustomsModel>();
const customsSteps: readonly Step<CustomsModel>[] = [
  customs.text('countryCode', 'КодПроисх'),
  customs.text('declaration', 'НомерДТ'),
];

const trace = fieldsOf<TraceabilityModel>();
const traceabilitySteps: readonly Step<TraceabilityModel>[] = [
  trace.text('number', 'НомТовПрослеж'),
  trace.text('unitCode', 'ЕдИзмПрослеж'),
  trace.text('unitName', 'НаимЕдИзмПрослеж'),
  trace.decimal('quantity', 'КолВЕдПрослеж'),
  trace.decimal('amountWithoutVat', 'СтТовБезНДСПрослеж'),
  trace.text('note', 'ДопИнфПрослеж'),
];

const marking = fieldsOf<MarkingModel>();
const markingSteps: readonly Step<MarkingModel>[] = [
  marking.text('transportPackage', 'ИдентТрансУпак'),
  marking.text('quantity', 'КолВедМарк'),
  marking.text('batch', 'ПрПартМарк'),
  marking.texts('codes', 'КИЗ'),
  marking.texts('packages', 'НомУпак'),
];

const line = fieldsOf<UpdLine>();

/** СумНДСТип: a sum, or the words that there is none. */
export const vatChoice = <T extends { vat?: string }>(name: string): Step<T> => ({
  put(value, out) {
    const inner = value.vat === undefined ? leaf('БезНДС', WITHOUT_VAT) : leaf('СумНал', value.vat);
    out.children.push(wrap(name, inner));
  },
  take(from, into) {
    from.child(name, (choice) => {
      const vat = choice.child('СумНал', (sum) => plainDecimal(sum.text));
      if (vat === undefined) choice.child('БезНДС', () => undefined);
      else into.vat = vat;
    });
  },
});

const excise: Step<UpdLine> = {
  put(value, out) {
    const inner = value.excise === undefined ? leaf('БезАкциз', WITHOUT_EXCISE) : leaf('СумАкциз', value.excise);
    out.children.push(wrap('Акциз', inner));
  },
  take(from, into) {
    from.child('Акциз', (choice) => {
      const sum = choice.child('СумАкциз', (found) => plainDecimal(found.text));
      if (sum === undefined) choice.child('БезАкциз', () => undefined);
      else into.excise = sum;
    });
  },
};

const goodsSteps: readonly Step<UpdLine>[] = [
  line.code('kind', 'ПрТовРаб', LINE_KIND_CODES),
  line.text('characteristic', 'ХарактерТов'),
  line.text('grade', 'СортТов'),
  line.text('series', 'СерияТов'),
  line.text('article', 'АртикулТов'),
  line.text('code', 'КодТов'),
  line.text('gtin', 'ГТИН'),
  line.text('catalogCode', 'КодКат'),
  line.text('tnved', 'КодВидТов'),
  line.text('okpd2', 'КодТовОКПД2'),
  line.texts('originCountries', 'КрНаимСтрПр'),
  line.list('documents', 'СопрДокТов', referenceSteps),
  line.list('traceability', 'СведПрослеж', traceabilitySteps),
  line.list('marking', 'НомСредИдентТов', markingSteps),
];

/** СведТов */
export const lineSteps: readonly Step<UpdLine>[] = [
  line.integer('number', 'НомСтр'),
  line.text('name', 'НаимТов'),
  line.text('unitCode', 'ОКЕИ_Тов'),
  line.text('unitName', 'НаимЕдИзм'),
  line.decimal('quantity', 'КолТов'),
  line.decimal('price', 'ЦенаТов'),
  line.decimal('amountWithoutVat', 'СтТовБезНДС'),
  line.code('vatRate', 'НалСт', VAT_RATE_CODES),
  line.decimal('amountWithVat', 'СтТовУчНал'),
  line.list('customs', 'СвДТ', customsSteps),
  line.within('ДопСведТов', goodsSteps),
  excise,
  vatChoice('СумНал'),
  line.list('info', 'ИнфПолФХЖ2', infoFieldSteps),
];
