import { checkInn, checkKpp, checkOgrn, checkOgrnip, sentenceOf, type RequisiteFault } from '@potok/documents';
import { Refusal, type FieldError } from '../problems/refusal.js';
import type { Language } from '../problems/texts.js';
import type { OrganizationDto } from './organization.dto.js';

/** Wrong check digits, and what does not fit the kind of party, get their sentence before anything is written. */
export const refuseRequisites = (order: OrganizationDto, language: Language): void => {
  const isLegal = order.kind === 'legal';
  const found: [string, RequisiteFault | undefined][] = [
    ['/inn', checkInn(order.inn, isLegal ? 'legal' : 'person')],
    ['/kpp', kppFault(order)],
    ['/ogrn', order.ogrn === undefined ? undefined : (isLegal ? checkOgrn : checkOgrnip)(order.ogrn)],
  ];
  const errors: FieldError[] = found.flatMap(([field, fault]) =>
    fault === undefined ? [] : [{ field, code: fault.code, detail: sentenceOf(fault, language) }],
  );
  if (!isLegal && order.person === undefined)
    errors.push({ field: '/person/lastName', code: 'PERSON_MISSING', facts: {} });
  if (!isTimeZone(order.timeZone ?? 'Europe/Moscow')) {
    errors.push({ field: '/timeZone', code: 'TIME_ZONE_WRONG', facts: { timeZone: order.timeZone } });
  }
  const [first] = errors;
  if (first !== undefined) throw new Refusal('invalid', 'BODY_INVALID', { errors, field: first.field });
};

const kppFault = ({ kind, kpp }: OrganizationDto): RequisiteFault | undefined => {
  if (kpp === undefined) return kind === 'legal' ? { code: 'KPP_MISSING', facts: {} } : undefined;
  return kind === 'legal' ? checkKpp(kpp) : { code: 'KPP_FORBIDDEN', facts: {} };
};

const isTimeZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
