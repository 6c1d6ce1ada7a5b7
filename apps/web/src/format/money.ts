import type { CountView } from '@potok/contracts';
import type { Language } from '../app/texts/language.js';

const NARROW_SPACE = '\u202f';

/** `128400` → `128 400,00`: the text of a decimal string; never a float on the way. */
export const formatDecimal = (value: string, language: Language, places = 2): string => {
  const [whole = '0', fraction = ''] = value.replace(/^[-+]/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'ru' ? NARROW_SPACE : ',');
  const tail = fraction.replace(/0+$/, '').padEnd(places, '0');
  const sign = value.startsWith('-') ? '−' : '';
  return `${sign}${grouped}${tail === '' ? '' : `${language === 'ru' ? ',' : '.'}${tail}`}`;
};

/** `128 400,00 ₽` */
export const formatMoney = (value: string, language: Language): string => `${formatDecimal(value, language)}\u00a0₽`;

/** `1204` → `1 204` */
export const formatCount = (value: number, language: Language): string => formatDecimal(String(value), language, 0);

/** `1204` → `1 204`; `10 000+` where counting stopped. */
export const formatTotal = ({ total, isTotalCapped = false }: CountView, language: Language): string =>
  `${formatCount(total, language)}${isTotalCapped ? '+' : ''}`;
