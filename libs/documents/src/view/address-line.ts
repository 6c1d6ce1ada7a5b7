import type { AddressModel } from '../party/model.js';

/** The address as one line, in the order in which people write it. */
export const addressLine = ({ parts, text }: AddressModel): string => {
  if (text !== undefined) return text.countryCode === '643' ? text.text : `${text.countryName}, ${text.text}`;
  if (parts === undefined) return '';
  const { postalCode, regionName, district, city, settlement, street } = parts;
  const places = [postalCode, regionName, district, city, settlement, street];
  const numbered = [labelled('д.', parts.house), labelled('корп.', parts.building), labelled('кв.', parts.flat)];
  return [...places, ...numbered, parts.note].filter((part) => part !== undefined).join(', ');
};

const labelled = (label: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${label} ${value}`;
