/**
 * Words of the field that mean one thing, Latin and Russian; Russian ones by their beginnings. `party` and the like say
 * whose field it is, so that the buyer's ИНН never goes to the seller.
 */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  inn: ['inn', 'инн'],
  kpp: ['kpp', 'кпп'],
  ogrn: ['ogrn', 'ogrnip', 'огрн', 'огрнип'],
  name: ['name', 'title', 'caption', 'наименовани', 'названи', 'имя'],
  fullName: ['полн'],
  address: ['address', 'адрес'],
  quantity: ['quantity', 'qty', 'count', 'amount', 'количеств', 'кол'],
  price: ['price', 'cost', 'цен'],
  vat: ['vat', 'nds', 'ндс'],
  rate: ['rate', 'ставк'],
  sum: ['sum', 'total', 'amount', 'сумм', 'итог', 'стоимост'],
  number: ['number', 'num', 'no', 'номер'],
  date: ['date', 'day', 'дат'],
  unit: ['unit', 'uom', 'единиц', 'измерени', 'ед'],
  code: ['code', 'код'],
  article: ['article', 'sku', 'vendor', 'артикул'],
  email: ['email', 'mail', 'почт'],
  phone: ['phone', 'tel', 'телефон'],
  bank: ['bank', 'банк'],
  bik: ['bik', 'bic', 'бик'],
  account: ['account', 'счёт', 'счет', 'расчётн'],
  currency: ['currency', 'валют'],
  comment: ['comment', 'note', 'remark', 'комментари', 'примечани'],
  deal: ['deal', 'сделк'],
  lines: ['lines', 'items', 'products', 'rows', 'goods', 'товар', 'строк', 'позици', 'услуг'],
  service: ['service', 'услуг'],
  postal: ['postal', 'zip', 'postcode', 'индекс'],
  region: ['region', 'регион'],
  country: ['country', 'стран'],
  last: ['last', 'surname', 'фамили'],
  first: ['first', 'имя'],
  middle: ['middle', 'patronymic', 'отчеств'],
  position: ['position', 'должност'],
  contract: ['contract', 'договор', 'основани', 'bases'],
  responsible: ['responsible', 'assigned', 'manager', 'ответственн', 'менеджер'],
  person: ['person', 'фио'],
  kind: ['kind', 'type', 'вид', 'тип'],
  status: ['status', 'stage', 'статус', 'стади'],
  with: ['with', 'included'],
  without: ['without', 'без'],
};

/** Whose a field is: two that differ in this are two different fields. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  buyer: ['buyer', 'customer', 'client', 'company', 'покупател', 'заказчик', 'клиент', 'компани'],
  seller: ['seller', 'supplier', 'vendor', 'mycompany', 'продав', 'поставщик', 'исполнител'],
  consignor: ['consignor', 'consignors', 'shipper', 'грузоотправител'],
  consignee: ['consignee', 'consignees', 'recipient', 'грузополучател'],
  contact: ['contact', 'контакт'],
  bank: ['bank', 'банк'],
  signer: ['signer', 'signers', 'подписант'],
};

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/([a-zа-яё0-9])([A-ZА-ЯЁ])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zа-яё0-9]+/)
    .filter((word) => word !== '');

const isWord = (word: string, known: string): boolean =>
  /[а-яё]/.test(known) && known.length > 3 ? word.startsWith(known) : word === known;

const foundIn = (words: readonly string[], book: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> =>
  new Set(
    Object.entries(book).flatMap(([meaning, known]) =>
      known.some((one) => words.some((word) => isWord(word, one))) ? [meaning] : [],
    ),
  );

/** What a field's name says, worked out once. */
export interface Meaning {
  readonly key: string;
  readonly title: string;
  readonly meanings: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  /** The object that it is directly in; empty at the top. */
  readonly parent: string;
}

/** Reads a name; `around` are the names of the objects that it is in. */
export const meaningOf = (key: string, title: string, around: readonly string[]): Meaning => {
  const own = wordsOf(key);
  const meanings = new Set([...foundIn(own, MEANINGS), ...foundIn(own, OWNERS)]);
  return {
    key: own.join(' '),
    title: wordsOf(title).join(' '),
    meanings: meanings.size > 0 ? meanings : foundIn(wordsOf(title), MEANINGS),
    owners: foundIn([...around, key].flatMap(wordsOf), OWNERS),
    parent: wordsOf(around.at(-1) ?? '').join(' '),
  };
};

export type Likeness = 'same-name' | 'same-title' | 'same-meaning';

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((one) => b.has(one)).length;

const surroundings = (a: Meaning, b: Meaning): number => {
  const isSameOwner = a.owners.size === b.owners.size && shared(a.owners, b.owners) === a.owners.size;
  const ofOwner = isSameOwner ? 0.1 : -0.1;
  if (a.parent === b.parent) return ofOwner + 0.1;
  return a.parent !== '' && b.parent !== '' && shared(a.owners, b.owners) === 0 ? ofOwner - 0.15 : ofOwner;
};

/** How alike two names are, from 0 to 1, and by what. Fields of two different owners are not alike at all. */
export const likenessOf = (a: Meaning, b: Meaning): { readonly score: number; readonly by: Likeness } | undefined => {
  const isForeign = a.owners.size > 0 && b.owners.size > 0 && shared(a.owners, b.owners) === 0;
  if (isForeign) return undefined;
  const around = surroundings(a, b);
  if (a.key === b.key) return { score: 0.65 + around + (a.title === b.title ? 0.1 : 0), by: 'same-name' };
  if (a.title === b.title) return { score: 0.6 + around, by: 'same-title' };
  const all = new Set([...a.meanings, ...b.meanings]).size;
  const common = shared(a.meanings, b.meanings);
  return common === 0 ? undefined : { score: 0.6 * (common / all) + around, by: 'same-meaning' };
};
