import type { DecimalText } from '@potok/contracts';

const NARROW_SPACE = '\u202f';

/** `1234567.5` → `1 234 567,50`; places beyond the kopeck are kept. */
export const russianNumber = (value: DecimalText, places = 2): string => {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, NARROW_SPACE);
  const tail = fraction.replace(/0+$/, '').padEnd(places, '0');
  return `${value.startsWith('-') ? '−' : ''}${grouped}${tail === '' ? '' : `,${tail}`}`;
};

/** Quantities without needless noughts: `10`, `1,5`. */
export const russianQuantity = (value: DecimalText): string => russianNumber(value, 0);
