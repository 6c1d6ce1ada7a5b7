import type { FaultFacts } from '@potok/contracts';
import { fact, type Texts } from '../fact.js';

const PARTS: Readonly<Record<string, string>> = {
  receiverId: 'идентификатор получателя',
  senderId: 'идентификатор отправителя',
  guid: 'GUID',
};
/** «СведТов/@НалСт» */
const where = (facts: FaultFacts): string => {
  const attribute = fact(facts, 'attribute');
  return attribute === '' ? fact(facts, 'element') : `${fact(facts, 'element')}/@${attribute}`;
};
const megabytes = (facts: FaultFacts, name: string): string =>
  String(Math.ceil(Number(fact(facts, name)) / 1024 / 1024));

/** Sentences about files: what the reader, the schemas and the builder refuse. */
export const texts = {
  XML_TOO_BIG: (f) => `Файл больше ${megabytes(f, 'limitBytes')} МБ, такой не читаем. Разделите документ.`,
  XML_HAS_DTD: () => 'В файле есть DOCTYPE. В документах ЭДО его не бывает, такой файл не читаем из осторожности.',
  XML_TOO_DEEP: () => 'Файл вложен слишком глубоко или в нём слишком много элементов. Это не документ ЭДО.',
  XML_ENCODING: (f) => `Кодировка файла «${fact(f, 'encoding')}» не подходит. Нужна windows-1251 или UTF-8.`,
  XML_BROKEN: (f) => `Файл испорчен: это не XML (строка ${fact(f, 'line')}). Получите его заново.`,
  XSD_BROKEN: () => 'Схема формата испорчена. Сообщите разработчикам.',
  XSD_TOO_LONG: (f) =>
    `${where(f)}: ${fact(f, 'length')} знаков, а можно не больше ${fact(f, 'limit')}. Сократите значение.`,
  XSD_TOO_SHORT: (f) => `${where(f)}: ${fact(f, 'length')} знаков, а нужно не меньше ${fact(f, 'limit')}.`,
  XSD_EMPTY: (f) => `${where(f)}: пустое значение. Заполните его или уберите.`,
  XSD_LENGTH: (f) => `${where(f)}: ${fact(f, 'length')} знаков, а нужно ровно ${fact(f, 'limit')}.`,
  XSD_ENUMERATION: (f) => `${where(f)}: значения «${fact(f, 'value')}» нет в списке формата (${fact(f, 'allowed')}).`,
  XSD_VALUE: (f) => `${where(f)}: значение «${fact(f, 'value')}» не того вида. Проверьте его.`,
  XSD_MISSING_ATTRIBUTE: (f) =>
    `${fact(f, 'element')}: нет обязательного значения ${fact(f, 'attribute')}. Заполните его.`,
  XSD_UNKNOWN_ATTRIBUTE: (f) => `${fact(f, 'element')}: значения ${fact(f, 'attribute')} в формате нет. Уберите его.`,
  XSD_UNEXPECTED_ELEMENT: (f) =>
    `Элемент ${fact(f, 'element')} стоит не на месте${fact(f, 'expected') === '' ? '' : `, здесь может быть: ${fact(f, 'expected')}`}.`,
  XSD_MISSING_ELEMENT: (f) => `${fact(f, 'element')}: не хватает вложенного элемента: ${fact(f, 'expected')}.`,
  XSD_OTHER: (f) => `${where(f)}: файл не подходит под схему формата. ${fact(f, 'technical')}`,
  TITLE_UNKNOWN: (f) =>
    `Это другой документ: КНД «${fact(f, 'knd')}», версия «${fact(f, 'version')}». Ожидали КНД ${fact(f, 'expectedKnd')} версии ${fact(f, 'expectedVersion')}.`,
  TITLE_UNREADABLE: () => 'Содержание файла не разобрать: не хватает обязательных значений. Проверьте файл по схеме.',
  FILE_NAME_PART: (f) =>
    `Имя файла не собрать: ${PARTS[fact(f, 'part')] ?? fact(f, 'part')} «${fact(f, 'value')}» неверный. Проверьте ящик ЭДО.`,
} satisfies Texts;
