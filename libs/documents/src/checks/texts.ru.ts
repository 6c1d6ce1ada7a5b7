import type { FaultFacts } from '@potok/contracts';
import { fact, factDate, type Texts } from '../fact.js';

type Facts = FaultFacts;

const PARTIES: Readonly<Record<string, string>> = {
  seller: 'Продавец',
  buyer: 'Покупатель',
  consignor: 'Грузоотправитель',
  consignee: 'Грузополучатель',
  factor: 'Фактор',
};
const SUMS: Readonly<Record<string, string>> = {
  amountWithoutVat: 'стоимость без НДС',
  vat: 'сумма НДС',
  amountWithVat: 'стоимость с НДС',
};
const REGIMES: Readonly<Record<string, string>> = {
  osno: 'ОСНО',
  usn: 'УСН без НДС',
  'usn-vat-5': 'УСН с НДС 5 %',
  'usn-vat-7': 'УСН с НДС 7 %',
  psn: 'патенте',
  npd: 'НПД',
};

/** «Продавец: », when the fact is about a party. */
const party = (facts: Facts): string => {
  const name = PARTIES[fact(facts, 'party')];
  const number = fact(facts, 'number');
  return name === undefined ? '' : `${name}${number === '' ? '' : ` ${number}`}: `;
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence about a party, or on its own. */
const of = (facts: Facts, sentence: string): string =>
  party(facts) === '' ? capital(sentence) : party(facts) + sentence;
const line = (facts: Facts): string => (fact(facts, 'line') === '' ? '' : `Строка ${fact(facts, 'line')}: `);
/** A sentence about a line, else about a party, or on its own. */
const at = (facts: Facts, sentence: string): string =>
  line(facts) === '' ? of(facts, sentence) : line(facts) + sentence;
const rate = (facts: Facts): string => {
  const word = fact(facts, 'rate');
  if (word === 'none') return '«без НДС»';
  if (word === 'agent') return '«исчисляет агент»';
  return /^[\d.]+$/.test(word) ? `${word.replace('.', ',')} %` : `«${word}»`;
};
const sum = (facts: Facts): string => SUMS[fact(facts, 'sum')] ?? 'сумма';
const field = (facts: Facts): string => {
  const name = fact(facts, 'name');
  return /^[А-ЯЁ][а-яё]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
};
const value = (facts: Facts): string => `«${fact(facts, 'value')}»`;
const regime = (facts: Facts): string => REGIMES[fact(facts, 'taxRegime')] ?? fact(facts, 'taxRegime');
/** What the person probably meant by «1 200,50». */
const mended = (facts: Facts): string => {
  const text = fact(facts, 'value')
    .replace(/[\s\u00a0\u2009]/g, '')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? `: ${text}` : ', например 1200.50';
};

/** Sentences of the checks: what is wrong, where, what to do. */
export const texts = {
  FIELD_MISSING: (f) => at(f, `не заполнено поле «${field(f)}». Заполните его.`),
  FIELD_EMPTY: (f) => at(f, `поле «${field(f)}» пустое. Заполните его или уберите.`),
  FIELD_UNKNOWN: (f) => at(f, `лишнее поле «${field(f)}»: в документе такого нет. Уберите его.`),
  FIELD_TOO_LONG: (f) =>
    at(f, `поле «${field(f)}» длиннее, чем можно: ${fact(f, 'length')} знаков из ${fact(f, 'limit')}. Сократите его.`),
  FIELD_CHOICE: (f) => at(f, `в поле «${field(f)}» стоит ${value(f)}, такого варианта нет. Выберите из списка.`),
  FIELD_TYPE: (f) => at(f, `в поле «${field(f)}» значение другого вида. Проверьте, что в него подставлено.`),
  TOO_MANY: (f) => at(f, `в поле «${field(f)}» больше ${fact(f, 'limit')} значений. Разделите документ.`),
  BAD_DECIMAL: (f) => at(f, `${field(f)}: ${value(f)} не число. Запишите с точкой и без пробелов${mended(f)}.`),
  BAD_DATE: (f) => at(f, `${field(f)}: ${value(f)} не дата. Запишите как 2026-01-31.`),

  PARTY_MISSING: (f) => of(f, 'нет реквизитов. Заполните их в карточке.'),
  PARTY_NAME_MISSING: (f) => of(f, 'нет названия. Заполните его в карточке.'),
  PERSON_MISSING: (f) => of(f, 'нет фамилии и имени. Заполните их в карточке.'),
  INN_MISSING: (f) => of(f, 'нет ИНН. Заполните его в реквизитах.'),
  INN_FORM: (f) =>
    of(
      f,
      `ИНН ${value(f)} неверный: нужно цифр ${fact(f, 'expected')}, здесь знаков ${fact(f, 'length')}. Проверьте реквизиты.`,
    ),
  INN_CHECKSUM: (f) => of(f, `ИНН ${value(f)} неверный: не сходится контрольное число. Проверьте, нет ли опечатки.`),
  KPP_MISSING: (f) => of(f, 'нет КПП, а у организации он обязателен. Заполните его в реквизитах.'),
  KPP_FORBIDDEN: (f) => of(f, 'указан КПП, а у ИП и физлица его не бывает. Уберите его или исправьте вид лица.'),
  KPP_FORM: (f) => of(f, `КПП ${value(f)} неверный: нужно девять знаков, например 770101001. Проверьте реквизиты.`),
  OGRN_FORM: (f) => of(f, `ОГРН ${value(f)} неверный: нужно 13 цифр. Проверьте реквизиты.`),
  OGRN_CHECKSUM: (f) => of(f, `ОГРН ${value(f)} неверный: не сходится контрольная цифра. Проверьте, нет ли опечатки.`),
  OGRNIP_MISSING: (f) => of(f, 'нет ОГРНИП, с 2026 года он нужен в документе ИП. Заполните его в реквизитах.'),
  OGRNIP_DATE_MISSING: (f) =>
    of(f, 'нет даты ОГРНИП, с 2026 года она нужна в документе ИП. Заполните её в реквизитах.'),
  OGRNIP_FORM: (f) => of(f, `ОГРНИП ${value(f)} неверный: нужно 15 цифр. Проверьте реквизиты.`),
  OGRNIP_CHECKSUM: (f) =>
    of(f, `ОГРНИП ${value(f)} неверный: не сходится контрольная цифра. Проверьте, нет ли опечатки.`),
  SNILS_FORM: (f) => of(f, `СНИЛС ${value(f)} неверный: нужно 11 цифр. Проверьте его.`),
  SNILS_CHECKSUM: (f) =>
    of(f, `СНИЛС ${value(f)} неверный: не сходится контрольное число. Проверьте, нет ли опечатки.`),
  BIK_FORM: (f) => of(f, `БИК ${value(f)} неверный: нужно 9 цифр. Проверьте банковские реквизиты.`),
  ACCOUNT_FORM: (f) => of(f, `счёт ${value(f)} неверный: нужно 20 цифр. Проверьте банковские реквизиты.`),
  ACCOUNT_KEY: (f) =>
    of(f, `счёт ${value(f)} не подходит к БИК ${fact(f, 'bik')}: не сходится контрольный ключ. Проверьте счёт и БИК.`),
  FOREIGN_MISSING: (f) => of(f, 'нет сведений об иностранном лице: страны и номера в ней. Заполните их.'),
  FOREIGN_ID_MISSING: (f) =>
    of(f, 'у иностранного лица нет ни номера в своей стране, ни иных сведений. Заполните одно из них.'),
  COUNTRY_CODE_FORM: (f) => at(f, `код страны ${value(f)} неверный: нужно три цифры ОКСМ, у России 643.`),
  ADDRESS_MISSING: (f) => of(f, 'нет адреса, а в счёте-фактуре он обязателен. Заполните адрес.'),
  ADDRESS_FORM: (f) => of(f, 'адрес должен быть либо по частям, либо одной строкой. Оставьте что-то одно.'),
  REGION_CODE_FORM: (f) => of(f, `код региона ${value(f)} неверный: нужно две цифры, например 77.`),
  POSTAL_CODE_FORM: (f) => of(f, `индекс ${value(f)} неверный: нужно шесть цифр.`),
  CURRENCY_CODE_FORM: (f) => `Код валюты ${value(f)} неверный: нужно три цифры ОКВ, у рубля 643.`,

  TRANSFER_MISSING: () =>
    'Нет сведений о передаче: что передано и когда. Заполните их, без них УПД не первичный документ.',
  TRANSFER_DATE_MISSING: () => 'Нет даты передачи. Укажите день передачи или начало и конец периода.',
  PERIOD_REVERSED: (f) =>
    `Период услуг кончается ${factDate(f, 'until')}, раньше начала ${factDate(f, 'from')}. Поменяйте даты.`,
  TRANSFER_POSITION_MISSING: () => 'У того, кто передал, нет должности. Заполните её.',
  TRANSFER_ORGANIZATION_MISSING: () => 'У представителя, который передал, не названа его организация. Назовите её.',
  TRANSFER_AUTHORITY_MISSING: () => 'У того, кто передал, нет ни ИНН, ни доверенности. Укажите одно из них.',
  SHIPMENT_MISSING: () => 'В счёте-фактуре нет документа об отгрузке (строка 5а). Укажите его название, номер и дату.',
  DOCUMENT_NAME_FORBIDDEN: () =>
    'У счёта-фактуры (СЧФ) не бывает названия первичного документа. Уберите его или выберите СЧФДОП.',
  SPECIAL_CASE_FORM: (f) =>
    `Код обстоятельств ${value(f)} не подходит к функции ${fact(f, 'function')}: у СЧФ это цифра от 1 до 6, у СЧФДОП и ДОП пять знаков.`,
  REVISION_BEFORE_DOCUMENT: (f) =>
    `Исправление датировано ${factDate(f, 'date')}, раньше самого документа от ${factDate(f, 'documentDate')}. Проверьте даты.`,
  DATE_IN_FUTURE: (f) =>
    `Дата документа ${factDate(f, 'date')} ещё не наступила, сегодня ${factDate(f, 'today')}. Проверьте дату.`,
  PAYMENT_AFTER_DOCUMENT: (f) =>
    `Платёжный документ от ${factDate(f, 'date')} позже самого документа от ${factDate(f, 'documentDate')}. Аванс бывает только раньше.`,
  AUTHORITY_NOT_YET: (f) =>
    `Доверенность подписанта выдана ${factDate(f, 'date')}, этот день ещё не наступил. Проверьте дату.`,

  NO_LINES: () => 'В документе нет строк. Добавьте в сделку хотя бы один товар или услугу.',
  LINE_NUMBER_ORDER: (f) =>
    `Строка ${fact(f, 'line')} стоит после строки ${fact(f, 'before')}. Номера строк должны расти без повторов.`,
  LINE_NAME_MISSING: (f) => at(f, 'нет названия товара или услуги. Заполните его.'),
  UNIT_CODE_FORM: (f) =>
    at(f, `код единицы измерения ${value(f)} неверный: нужно три или четыре цифры ОКЕИ, у штуки 796.`),
  UNIT_NAME_MISSING: (f) => at(f, `у единицы измерения с кодом ${fact(f, 'unit')} нет названия. Заполните его.`),
  QUANTITY_MISSING: (f) => at(f, 'есть единица измерения, но нет количества. Заполните его.'),
  QUANTITY_NOT_POSITIVE: (f) => at(f, `количество ${fact(f, 'value')} должно быть больше нуля.`),
  PRICE_MISSING: (f) => at(f, 'есть количество, но нет цены. Заполните её.'),
  PRICE_NOT_POSITIVE: (f) => at(f, `цена ${fact(f, 'value')} должна быть больше нуля.`),
  AMOUNT_NEGATIVE: (f) => at(f, `${sum(f)} ${fact(f, 'value')} меньше нуля. Уменьшение оформляют УКД.`),
  LINE_AMOUNT_MISSING: (f) => at(f, `не посчитана ${sum(f)}. Проверьте количество, цену и ставку НДС.`),
  VAT_RATE_UNKNOWN: (f) => at(f, `ставки НДС ${rate(f)} не бывает. Выберите 22, 20, 10, 7, 5, 0 % или «без НДС».`),
  VAT_RATE_NOT_IN_FORCE: (f) =>
    at(
      f,
      `ставка НДС ${rate(f)} не действовала ${factDate(f, 'day')}${f['until'] === undefined ? `, она с ${factDate(f, 'from')}` : `, она до ${factDate(f, 'until')}`}. Проверьте ставку и дату.`,
    ),
  VAT_RATE_OF_OTHER_REGIME: (f) =>
    at(f, `ставка НДС ${rate(f)} не для продавца на ${regime(f)}. Проверьте ставку в сделке или режим организации.`),
  VAT_OF_NON_PAYER: (f) => at(f, `продавец на ${regime(f)} НДС не платит, а ставка ${rate(f)}. Поставьте «без НДС».`),
  INVOICE_OF_NON_PAYER: (f) => `Продавец на ${regime(f)} счетов-фактур не выставляет. Выберите функцию ДОП.`,
  VAT_WITHOUT_RATE: (f) =>
    at(f, `ставка «без НДС», а сумма НДС ${fact(f, 'vat')}. Уберите сумму или поставьте ставку.`),
  VAT_MISSING: (f) => at(f, `при ставке НДС ${rate(f)} нет суммы НДС. Заполните её.`),
  VAT_NOT_NOUGHT: (f) => at(f, `при ставке НДС ${rate(f)} сумма НДС должна быть 0.00, а не ${fact(f, 'vat')}.`),
  AMOUNT_MISMATCH: (f) =>
    at(f, `стоимость без НДС ${fact(f, 'given')}, а количество на цену даёт ${fact(f, 'expected')}. Проверьте строку.`),
  VAT_MISMATCH: (f) =>
    at(f, `сумма НДС ${fact(f, 'given')}, а по ставке ${rate(f)} выходит ${fact(f, 'expected')}. Проверьте строку.`),
  SUM_MISMATCH: (f) =>
    at(f, `стоимость с НДС ${fact(f, 'given')}, а стоимость и НДС дают ${fact(f, 'expected')}. Проверьте строку.`),
  TOTALS_MISSING: () => 'Нет итогов документа. Посчитайте их по строкам.',
  TOTAL_MISSING: (f) => `В итогах не заполнена ${sum(f)}. Посчитайте её по строкам.`,
  TOTAL_MISMATCH: (f) =>
    `В итогах ${sum(f)} ${fact(f, 'given')}, а по строкам выходит ${fact(f, 'expected')}. Пересчитайте итоги.`,

  ORIGIN_NAME_MISSING: (f) => at(f, 'есть код страны происхождения, но нет её названия. Заполните его.'),
  TRACEABILITY_NUMBER_FORM: (f) =>
    at(f, `номер партии (РНПТ) ${value(f)} короткий: знаков ${fact(f, 'length')}, нужно от 25 до 29.`),
  GTIN_FORM: (f) => at(f, `GTIN ${value(f)} неверный: нужно 14 цифр. Более короткий код дополните нулями слева.`),
  GTIN_CHECKSUM: (f) => at(f, `GTIN ${value(f)}: не сходится контрольная цифра. Проверьте, нет ли опечатки.`),
  TNVED_FORM: (f) => at(f, `код ТН ВЭД ${value(f)} неверный: нужно ${fact(f, 'expected')} знаков.`),
  CATALOG_CODE_FORM: (f) => at(f, `код каталога ${value(f)} неверный: нужно ${fact(f, 'expected')} знаков.`),
  MARKING_EMPTY: (f) =>
    at(f, 'в записи о маркировке нет ни кодов, ни упаковки, ни количества. Заполните или уберите её.'),
  MARKING_MIXED: (f) => at(f, 'в одной записи о маркировке и коды единиц, и коды упаковок. Разделите их на две.'),
  MARKING_QUANTITY_FORM: (f) => at(f, `количество маркированного товара ${value(f)} должно быть целым числом.`),
  MARKING_REPEATED: (f) =>
    at(f, `код маркировки «${fact(f, 'code')}» повторяется. Каждый код бывает в документе один раз.`),
  MARKING_SEPARATOR: (f) =>
    at(
      f,
      `в коде маркировки «${fact(f, 'code')}» есть разделитель GS, в файл его записать нельзя. Уберите разделители.`,
    ),

  NO_SIGNERS: () => 'В документе нет подписанта. Выберите, кто подпишет.',
  SIGNER_POSITION_MISSING: (f) =>
    `У подписанта ${fact(f, 'number')} нет должности. Часть операторов такой документ не примет.`,
  MCHD_MISSING: (f) =>
    `У подписанта ${fact(f, 'number')} указана МЧД в системе, но нет её номера и даты. Заполните их.`,
  MCHD_FORBIDDEN: (f) =>
    `У подписанта ${fact(f, 'number')} есть МЧД, но полномочия подтверждены иначе. Уберите МЧД или выберите «МЧД в системе».`,
  MCHD_NUMBER_FORM: (f) => `Номер МЧД ${value(f)} неверный: нужно 36 знаков, как в GUID.`,
  PAPER_MISSING: (f) =>
    `У подписанта ${fact(f, 'number')} указана доверенность на бумаге, но нет её номера и даты. Заполните их.`,
  PAPER_FORBIDDEN: (f) =>
    `У подписанта ${fact(f, 'number')} есть доверенность на бумаге, но полномочия подтверждены иначе. Оставьте что-то одно.`,
  CERTIFICATE_OTHER_INN: (f) =>
    `Сертификат выдан на ИНН ${fact(f, 'certificateInn')}, а продавец в документе с ИНН ${fact(f, 'inn')}. Выберите сертификат продавца.`,
  CERTIFICATE_OTHER_PERSON: (f) =>
    `Сертификат принадлежит другому человеку: ${fact(f, 'owner')}. В подписантах его нет.`,
  CHARACTER_UNWRITABLE: (f) =>
    at(
      f,
      `в поле «${field(f)}» есть знак «${fact(f, 'character')}» (${fact(f, 'codePoint')}), который в файл документа не записать. Уберите или замените его.`,
    ),
} satisfies Texts;
