import type { PartyModel } from '../party/model.js';
import { partyName } from '../party/party-name.js';
import { russianDate } from '../xml/moments.js';
import { addressLine } from './address-line.js';
import { row, type ViewRow } from './view-row.js';

export const partyRows = (party: PartyModel): readonly ViewRow[] => [
  { label: 'Название', value: partyName(party) },
  ...row(
    party.kpp === undefined ? 'ИНН' : 'ИНН/КПП',
    [party.inn, party.kpp].filter((id) => id !== undefined).join('/'),
  ),
  ...row('ОГРНИП', ogrnipText(party)),
  ...row('Страна', party.foreign?.countryName),
  ...row('Номер в своей стране', party.foreign?.id),
  ...row('Адрес', party.address === undefined ? undefined : addressLine(party.address)),
  ...row('Счёт', bankText(party)),
];

const ogrnipText = ({ ogrnip, ogrnipDate }: PartyModel): string | undefined =>
  ogrnip === undefined || ogrnipDate === undefined ? ogrnip : `${ogrnip} от ${russianDate(ogrnipDate)}`;

const bankText = ({ bank }: PartyModel): string | undefined => {
  if (bank?.account === undefined) return undefined;
  const rest = [bank.bankName, bank.bik === undefined ? undefined : `БИК ${bank.bik}`];
  return [bank.account, ...rest].filter((part) => part !== undefined).join(', ');
};
