import {
  amount,
  choice,
  composite,
  date,
  document,
  type EntitySet,
  flag,
  guid,
  type Prop,
  ref,
  text,
  whole,
} from './entity-set.js';

const ACCOUNTS = 'ChartOfAccounts_Хозрасчетный';
export const REALIZATION = 'Document_РеализацияТоваровУслуг';

/**
 * Enumeration СтавкиНДС and the rate in per cent (null: no tax). The names НДС22, НДС7 and НДС5 are from memory: to be checked on a live
 * base, here alone.
 */
export const VAT_RATES: Readonly<Record<string, string | null>> = {
  НДС22: '22',
  НДС20: '20',
  НДС18: '18',
  НДС10: '10',
  НДС7: '7',
  НДС5: '5',
  НДС0: '0',
  БезНДС: null,
};

const vatRate = choice('СтавкаНДС', ['', ...Object.keys(VAT_RATES)]);
const goodsOfLine: readonly Prop[] = [ref('Номенклатура', 'Catalog_Номенклатура')];
const sums: readonly Prop[] = [amount('Количество'), amount('Цена'), amount('Сумма'), vatRate, amount('СуммаНДС')];
const income: readonly Prop[] = [
  ref('СчетДоходов', ACCOUNTS),
  ...composite('Субконто', ['Catalog_НоменклатурныеГруппы', 'Catalog_ПрочиеДоходыИРасходы']),
  ref('СчетУчетаНДСПоРеализации', ACCOUNTS),
  ref('СчетРасходов', ACCOUNTS),
  guid('СчетНаОплатуПокупателю_Key'),
];

const goods: readonly Prop[] = [
  ...goodsOfLine,
  amount('КоличествоМест'),
  ref('ЕдиницаИзмерения', 'Catalog_КлассификаторЕдиницИзмерения'),
  amount('Коэффициент'),
  ...sums,
  ref('СчетУчета', ACCOUNTS),
  ref('ПереданныеСчетУчета', ACCOUNTS),
  ...income,
  ...composite('ДокументОприходования', []),
  amount('Себестоимость'),
  guid('НомерГТД_Key'),
  guid('СтранаПроисхождения_Key'),
];

const services: readonly Prop[] = [...goodsOfLine, text('Содержание'), ...sums, ...income];

/** Реализация товаров и услуг, as «Бухгалтерия 3.0» publishes it. */
export const realizationSet: EntitySet = document('РеализацияТоваровУслуг', {
  props: [
    choice('ВидОперации', ['', 'Товары', 'Услуги', 'ТоварыУслугиКомиссия', 'Оборудование']),
    ref('Организация', 'Catalog_Организации'),
    ref('Склад', 'Catalog_Склады'),
    guid('ПодразделениеОрганизации_Key'),
    ref('Контрагент', 'Catalog_Контрагенты'),
    ref('ДоговорКонтрагента', 'Catalog_ДоговорыКонтрагентов'),
    text('СпособЗачетаАвансов'),
    guid('ТипЦен_Key'),
    ref('ВалютаДокумента', 'Catalog_Валюты'),
    amount('КурсВзаиморасчетов'),
    whole('КратностьВзаиморасчетов'),
    flag('СуммаВключаетНДС'),
    flag('ДокументБезНДС'),
    ref('СчетУчетаРасчетовСКонтрагентом', ACCOUNTS),
    ref('СчетУчетаРасчетовПоАвансам', ACCOUNTS),
    guid('СчетНаОплатуПокупателю_Key'),
    ref('Грузоотправитель', 'Catalog_Контрагенты'),
    ref('Грузополучатель', 'Catalog_Контрагенты'),
    text('АдресДоставки'),
    ref('БанковскийСчетОрганизации', 'Catalog_БанковскиеСчета'),
    amount('СуммаДокумента'),
    guid('Ответственный_Key'),
    text('Комментарий'),
    flag('РучнаяКорректировка'),
    guid('Руководитель_Key'),
    guid('ГлавныйБухгалтер_Key'),
    text('ДоверенностьНомер'),
    date('ДоверенностьДата'),
    text('ВидЭлектронногоДокумента'),
    flag('ЭтоУниверсальныйДокумент'),
  ],
  tables: [
    { name: 'Товары', props: goods },
    { name: 'ВозвратнаяТара', props: goodsOfLine },
    { name: 'Услуги', props: services },
    { name: 'АгентскиеУслуги', props: services },
    { name: 'ЗачетАвансов', props: [amount('Сумма')] },
    { name: 'ШтрихкодыУпаковок', props: [text('Штрихкод')] },
  ],
});
