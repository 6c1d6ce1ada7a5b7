/** Common units of ОКЕИ: code, short name of the classifier, other spellings that CRMs use. Codes but 796 and 778: from memory. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly otherNames?: readonly string[];
}

export const UNITS: readonly Unit[] = [
  { code: '796', name: 'шт', fullName: 'Штука', otherNames: ['штука', 'штук', 'штуки', 'pcs', 'pc'] },
  { code: '778', name: 'упак', fullName: 'Упаковка', otherNames: ['упаковка', 'уп', 'упк'] },
  { code: '839', name: 'компл', fullName: 'Комплект', otherNames: ['комплект', 'комп', 'к-т'] },
  { code: '704', name: 'набор', fullName: 'Набор' },
  { code: '715', name: 'пар', fullName: 'Пара', otherNames: ['пара'] },
  { code: '736', name: 'рул', fullName: 'Рулон', otherNames: ['рулон'] },
  { code: '812', name: 'ящ', fullName: 'Ящик', otherNames: ['ящик'] },
  { code: '868', name: 'бут', fullName: 'Бутылка', otherNames: ['бутылка'] },
  { code: '625', name: 'лист', fullName: 'Лист' },
  { code: '642', name: 'ед', fullName: 'Единица', otherNames: ['единица'] },
  {
    code: '876',
    name: 'усл. ед',
    fullName: 'Условная единица',
    otherNames: ['усл ед', 'условная единица', 'усл', 'услуга', 'услуг'],
  },
  { code: '166', name: 'кг', fullName: 'Килограмм', otherNames: ['килограмм', 'kg'] },
  { code: '163', name: 'г', fullName: 'Грамм', otherNames: ['грамм', 'гр'] },
  { code: '168', name: 'т', fullName: 'Тонна', otherNames: ['тонна', 'тн'] },
  { code: '112', name: 'л', fullName: 'Литр', otherNames: ['литр'] },
  { code: '111', name: 'мл', fullName: 'Миллилитр', otherNames: ['миллилитр', 'см3'] },
  { code: '113', name: 'м3', fullName: 'Кубический метр', otherNames: ['м³', 'куб. м', 'куб.м'] },
  { code: '006', name: 'м', fullName: 'Метр', otherNames: ['метр', 'пог. м', 'п.м'] },
  { code: '018', name: 'пог. м', fullName: 'Погонный метр' },
  { code: '004', name: 'см', fullName: 'Сантиметр', otherNames: ['сантиметр'] },
  { code: '003', name: 'мм', fullName: 'Миллиметр', otherNames: ['миллиметр'] },
  { code: '008', name: 'км', fullName: 'Километр', otherNames: ['километр'] },
  { code: '055', name: 'м2', fullName: 'Квадратный метр', otherNames: ['м²', 'кв. м', 'кв.м'] },
  { code: '355', name: 'мин', fullName: 'Минута', otherNames: ['минута'] },
  { code: '356', name: 'ч', fullName: 'Час', otherNames: ['час', 'часов', 'чел.ч'] },
  { code: '359', name: 'сут', fullName: 'Сутки', otherNames: ['сутки', 'день', 'дн'] },
  { code: '360', name: 'нед', fullName: 'Неделя', otherNames: ['неделя'] },
  { code: '362', name: 'мес', fullName: 'Месяц', otherNames: ['месяц', 'месяцев'] },
  { code: '364', name: 'кварт', fullName: 'Квартал', otherNames: ['квартал'] },
  { code: '366', name: 'год', fullName: 'Год', otherNames: ['лет', 'г.'] },
  { code: '245', name: 'кВт.ч', fullName: 'Киловатт-час', otherNames: ['квт·ч', 'квтч'] },
  { code: '792', name: 'чел', fullName: 'Человек', otherNames: ['человек'] },
  { code: '539', name: 'чел.ч', fullName: 'Человеко-час' },
  { code: '540', name: 'чел.дн', fullName: 'Человеко-день' },
];

/** The code for a unit that the classifier has none for; then the name alone says it. */
export const NO_UNIT_CODE = '0000';

const byCode = new Map(UNITS.map((unit) => [unit.code, unit]));
const plain = (name: string) => name.trim().toLowerCase().replace(/\.$/, '');
const byName = new Map<string, Unit>();
for (const unit of UNITS) {
  for (const name of [unit.name, unit.fullName, ...(unit.otherNames ?? [])]) {
    if (!byName.has(plain(name))) byName.set(plain(name), unit);
  }
}

/** A unit by its ОКЕИ code; a leading nought may be missing (`55` for `055`). */
export const findUnit = (code: string): Unit | undefined => byCode.get(code.padStart(3, '0'));

/** A unit by any of its usual spellings: «шт.», «кв. м», «час». */
export const findUnitByName = (name: string): Unit | undefined => byName.get(plain(name));
