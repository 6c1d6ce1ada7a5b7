import {
  amount,
  catalog,
  chart,
  choice,
  composite,
  date,
  type EntitySet,
  flag,
  ref,
  register,
  text,
} from './entity-set.js';

const PARTY_KINDS = ['ЮридическоеЛицо', 'ФизическоеЛицо'];
/** Kinds of НДС of goods; names from memory, to be checked on a live base. */
const VAT_KINDS = ['Общая', 'Пониженная', 'Нулевая', 'БезНДС', ''];
const CONTRACT_KINDS = ['СПокупателем', 'СПоставщиком', 'СКомитентом', 'СКомиссионером', 'Прочее'];
const ACCOUNTS = 'ChartOfAccounts_Хозрасчетный';

const contactInfo = {
  name: 'КонтактнаяИнформация',
  props: [
    text('Тип'),
    text('Вид'),
    text('Представление'),
    text('ЗначенияПолей'),
    text('АдресЭП'),
    text('НомерТелефона'),
  ],
};

/** The objects of «Бухгалтерия предприятия 3.0» that an export of a sale touches. */
export const referenceSets: readonly EntitySet[] = [
  catalog('Организации', {
    props: [
      text('Префикс'),
      text('ИНН'),
      text('КПП'),
      text('ОГРН'),
      text('НаименованиеПолное'),
      text('НаименованиеСокращенное'),
      choice('ЮридическоеФизическоеЛицо', PARTY_KINDS),
      text('КодПоОКПО'),
      ref('ОсновнойБанковскийСчет', 'Catalog_БанковскиеСчета'),
    ],
    tables: [contactInfo],
  }),
  catalog('Контрагенты', {
    isTree: true,
    props: [
      text('НаименованиеПолное'),
      text('ИНН'),
      text('КПП'),
      text('РегистрационныйНомер'),
      text('КодПоОКПО'),
      choice('ЮридическоеФизическоеЛицо', PARTY_KINDS),
      ref('ГоловнойКонтрагент', 'Catalog_Контрагенты'),
      ref('ОсновнойБанковскийСчет', 'Catalog_БанковскиеСчета'),
      text('Комментарий'),
      text('ДополнительнаяИнформация'),
    ],
    tables: [contactInfo, { name: 'ИсторияКПП', props: [date('Период'), text('КПП')] }],
  }),
  catalog('ДоговорыКонтрагентов', {
    isTree: true,
    props: [
      ref('Owner', 'Catalog_Контрагенты'),
      ref('Организация', 'Catalog_Организации'),
      choice('ВидДоговора', CONTRACT_KINDS),
      ref('ВалютаВзаиморасчетов', 'Catalog_Валюты'),
      text('Номер'),
      date('Дата'),
      date('СрокДействия'),
      amount('Сумма'),
      text('Комментарий'),
    ],
  }),
  catalog('Номенклатура', {
    isTree: true,
    props: [
      text('НаименованиеПолное'),
      text('Артикул'),
      ref('ЕдиницаИзмерения', 'Catalog_КлассификаторЕдиницИзмерения'),
      ref('ВидНоменклатуры', 'Catalog_ВидыНоменклатуры'),
      ref('НоменклатурнаяГруппа', 'Catalog_НоменклатурныеГруппы'),
      choice('ВидСтавкиНДС', VAT_KINDS),
      flag('Услуга'),
      text('Комментарий'),
    ],
  }),
  catalog('ВидыНоменклатуры', { props: [flag('Услуга')] }),
  catalog('НоменклатурныеГруппы', { props: [] }),
  catalog('КлассификаторЕдиницИзмерения', { props: [text('НаименованиеПолное'), text('МеждународноеСокращение')] }),
  catalog('Валюты', { props: [text('НаименованиеПолное')] }),
  catalog('Склады', { props: [text('ТипСклада'), text('Комментарий')] }),
  catalog('БанковскиеСчета', {
    props: [
      ...composite('Owner', ['Catalog_Организации', 'Catalog_Контрагенты']),
      text('НомерСчета'),
      ref('Банк', 'Catalog_Банки'),
      ref('ВалютаДенежныхСредств', 'Catalog_Валюты'),
    ],
  }),
  catalog('Банки', { props: [text('КоррСчет'), text('Город')] }),
  chart('Хозрасчетный', {
    props: [text('Order'), text('Type'), flag('OffBalance'), flag('ЗапретитьИспользоватьВПроводках')],
  }),
  register(
    'СчетаУчетаНоменклатуры',
    [
      ref('Организация', 'Catalog_Организации'),
      ref('Номенклатура', 'Catalog_Номенклатура'),
      ref('Склад', 'Catalog_Склады'),
      text('ТипСклада'),
      ref('ВидНоменклатуры', 'Catalog_ВидыНоменклатуры'),
    ],
    [
      ref('СчетУчета', ACCOUNTS),
      ref('СчетУчетаПередачи', ACCOUNTS),
      ref('СчетДоходовОтРеализации', ACCOUNTS),
      ref('СчетРасходовОтРеализации', ACCOUNTS),
      ref('СчетУчетаНДСПоПриобретеннымЦенностям', ACCOUNTS),
      ref('СчетУчетаНДСПоРеализации', ACCOUNTS),
    ],
  ),
];
