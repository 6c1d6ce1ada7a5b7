import { error, isAdvance, isPrimary, warning, when, type DocumentFinding, type UpdRule } from '../finding.js';
import type { TransferPerson } from '../../upd/transfer.js';

/** СЧФДОП and ДОП tell of a transfer, on a day or over a period; СЧФ names the documents of the shipment instead. */
export const functionHasItsParts: UpdRule = (model) => [
  ...(isPrimary(model) ? transferOf(model) : []),
  ...when(model.function === 'СЧФ' && !isAdvance(model) && (model.shipments ?? []).length === 0, () =>
    error('SHIPMENT_MISSING', '/shipments'),
  ),
  ...when(model.function === 'СЧФ' && model.documentName !== undefined, () =>
    error('DOCUMENT_NAME_FORBIDDEN', '/documentName'),
  ),
];

const transferOf = ({ transfer }: Parameters<UpdRule>[0]): readonly DocumentFinding[] => {
  if (transfer === undefined) return [error('TRANSFER_MISSING', '/transfer')];
  const { date, periodStart, periodEnd } = transfer;
  const hasPeriod = periodStart !== undefined && periodEnd !== undefined;
  return [
    ...when(date === undefined && !hasPeriod, () => error('TRANSFER_DATE_MISSING', '/transfer/date')),
    ...when(hasPeriod && periodStart > periodEnd, () =>
      error('PERIOD_REVERSED', '/transfer/periodEnd', { from: periodStart, until: periodEnd }),
    ),
    ...(transfer.person === undefined ? [] : personOf(transfer.person)),
  ];
};

/** Who handed over is known: an employee by position, an outsider by ИНН or authority. */
const personOf = (person: TransferPerson): readonly DocumentFinding[] => {
  const { role, position, organizationName, inn } = person;
  const authority = role === 'organization' ? person.organizationAuthority : person.personAuthority;
  return [
    ...when(role !== 'individual' && position === undefined, () =>
      error('TRANSFER_POSITION_MISSING', '/transfer/person/position'),
    ),
    ...when(role === 'organization' && organizationName === undefined, () =>
      error('TRANSFER_ORGANIZATION_MISSING', '/transfer/person/organizationName'),
    ),
    ...when(role !== 'employee' && inn === undefined && authority === undefined, () =>
      error('TRANSFER_AUTHORITY_MISSING', '/transfer/person/inn'),
    ),
  ];
};

const CASE_FORMS = { СЧФ: /^[1-6]$/, СЧФДОП: /^.{5}$/, ДОП: /^.{5}$/ };

/** СпОбстФ… has the form of its function. The table of the five-sign codes was not found. */
export const specialCaseFits: UpdRule = (model) => {
  const code = model.additional?.specialCase;
  return when(code !== undefined && !CASE_FORMS[model.function].test(code), () =>
    error('SPECIAL_CASE_FORM', '/additional/specialCase', { value: code, function: model.function }),
  );
};

/** Revision not before the document; document and authority not after today; advance not after the document. */
export const datesAreInOrder: UpdRule = (model, { today }) => [
  ...when(model.revision !== undefined && model.revision.date < model.date, () =>
    error('REVISION_BEFORE_DOCUMENT', '/revision/date', { date: model.revision?.date, documentDate: model.date }),
  ),
  ...when(model.date > today, () => warning('DATE_IN_FUTURE', '/date', { date: model.date, today })),
  ...(model.payments ?? []).flatMap((payment, at) =>
    when(payment.date !== undefined && payment.date > model.date, () =>
      warning('PAYMENT_AFTER_DOCUMENT', `/payments/${at}/date`, { date: payment.date, documentDate: model.date }),
    ),
  ),
  ...model.signers.flatMap(({ mchd = [], paper = [] }, at) =>
    [...mchd, ...paper].flatMap(({ issuedOn }) =>
      when(issuedOn > today, () => error('AUTHORITY_NOT_YET', `/signers/${at}`, { date: issuedOn, today })),
    ),
  ),
];

/** The currency is named by ОКВ digits. */
export const currencyIsKnown: UpdRule = ({ currency: { code } }) =>
  when(!/^\d{3}$/.test(code), () => error('CURRENCY_CODE_FORM', '/currency/code', { value: code }));
