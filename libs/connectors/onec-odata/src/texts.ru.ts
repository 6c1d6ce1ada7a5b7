import type { FaultFacts } from '@potok/contracts';
import { factText as text } from '@potok/connector-kit';

export const texts = {
  POSTING_REFUSED: (facts) => `1С не провела документ: ${text(facts, 'words')}. Исправьте данные и повторите шаг.`,
  BASE_REFUSED: (facts) => `1С отказала: ${text(facts, 'words')}. Исправьте данные и повторите шаг.`,
  BASE_BUSY: (facts) => `База 1С сейчас занята: ${text(facts, 'words')}. Повторим сами.`,
  ORGANIZATION_UNKNOWN: (facts) =>
    `В базе 1С нет организации с ИНН ${text(facts, 'inn')} и КПП ${text(facts, 'kpp')}. Проверьте реквизиты организации или выберите другую базу.`,
  ACCOUNT_UNKNOWN: (facts) =>
    `В плане счетов 1С нет счёта ${text(facts, 'code')}. Проверьте, что выбрана «Бухгалтерия предприятия 3.0».`,
  CURRENCY_UNKNOWN: (facts) =>
    `В базе 1С нет валюты с кодом ${text(facts, 'code')}. Добавьте рубль в справочник валют.`,
  WAREHOUSE_NOT_CHOSEN: () => 'В базе 1С не один склад. Выберите склад в настройках подключения.',
  VAT_RATE_UNKNOWN: (facts) =>
    `В строке ${text(facts, 'line')} («${text(facts, 'name')}») ставка НДС ${text(facts, 'rate')}, такой в 1С нет. Исправьте ставку.`,
  OBJECTS_NOT_PUBLISHED: (facts) =>
    `База 1С не показывает по OData: ${text(facts, 'missing')}. Добавьте эти объекты в состав стандартного интерфейса OData.`,
} satisfies Record<string, (facts: FaultFacts) => string>;
