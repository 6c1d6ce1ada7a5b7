import { checkInn, checkKpp, checkOgrn, checkOgrnip, sentenceOf, type RequisiteFault } from '@potok/documents';
import { Refusal } from '../problems/refusal.js';
import type { Language } from '../problems/texts.js';
import type { OrganizationDto } from './organization.dto.js';

/** Wrong check digits get their sentence before anything is written. */
export const refuseRequisites = (order: OrganizationDto, language: Language): void => {
  const isLegal = order.kind === 'legal';
  const found: [string, RequisiteFault | undefined][] = [
    ['/inn', checkInn(order.inn, isLegal ? 'legal' : 'person')],
    ['/kpp', order.kpp === undefined ? undefined : checkKpp(order.kpp)],
    ['/ogrn', order.ogrn === undefined ? undefined : (isLegal ? checkOgrn : checkOgrnip)(order.ogrn)],
  ];
  const errors = found.flatMap(([field, fault]) =>
    fault === undefined ? [] : [{ field, code: fault.code, detail: sentenceOf(fault, language) }],
  );
  const [first] = errors;
  if (first !== undefined) throw new Refusal('invalid', 'BODY_INVALID', { errors, field: first.field });
};
