import { blankDeal, dealUserFields } from '../portal/blank-rows.js';
import type { Fields } from '../wire/params.js';

const TITLES: Readonly<Record<string, string>> = {
  ID: 'ID',
  TITLE: 'Название',
  TYPE_ID: 'Тип',
  CATEGORY_ID: 'Воронка',
  STAGE_ID: 'Стадия сделки',
  STAGE_SEMANTIC_ID: 'Группа стадии',
  CURRENCY_ID: 'Валюта',
  OPPORTUNITY: 'Сумма',
  COMPANY_ID: 'Компания',
  CONTACT_ID: 'Контакт',
  BEGINDATE: 'Дата начала',
  CLOSEDATE: 'Дата завершения',
  ASSIGNED_BY_ID: 'Ответственный',
  DATE_CREATE: 'Дата создания',
  DATE_MODIFY: 'Дата изменения',
  MOVED_TIME: 'Дата изменения стадии',
  COMMENTS: 'Комментарий',
};

const TYPES: Readonly<Record<string, string>> = {
  ID: 'integer',
  STAGE_ID: 'crm_status',
  TYPE_ID: 'crm_status',
  SOURCE_ID: 'crm_status',
  CATEGORY_ID: 'crm_category',
  CURRENCY_ID: 'crm_currency',
  OPPORTUNITY: 'double',
  TAX_VALUE: 'double',
  PROBABILITY: 'integer',
  COMPANY_ID: 'crm_company',
  CONTACT_ID: 'crm_contact',
  QUOTE_ID: 'crm_quote',
  LEAD_ID: 'crm_lead',
  ASSIGNED_BY_ID: 'user',
  CREATED_BY_ID: 'user',
  MODIFY_BY_ID: 'user',
  MOVED_BY_ID: 'user',
  LAST_ACTIVITY_BY: 'user',
  BEGINDATE: 'date',
  CLOSEDATE: 'date',
  DATE_CREATE: 'datetime',
  DATE_MODIFY: 'datetime',
  MOVED_TIME: 'datetime',
  LAST_ACTIVITY_TIME: 'datetime',
};

const READ_ONLY =
  /^(ID|STAGE_SEMANTIC_ID|DATE_CREATE|DATE_MODIFY|CREATED_BY_ID|MODIFY_BY_ID|MOVED_.*|LAST_ACTIVITY_.*)$/;

/** Description of a deal's fields as crm.deal.fields gives it. */
export const dealFields = (): Fields =>
  Object.fromEntries(Object.keys(blankDeal()).map((name) => [name, describe(name)]));

const describe = (name: string): Fields => {
  const own = dealUserFields.find((field) => field.name === name);
  const title = TITLES[name] ?? name;
  return {
    type: own?.type ?? TYPES[name] ?? (/^(OPENED|CLOSED|IS_)/.test(name) ? 'char' : 'string'),
    isRequired: false,
    isReadOnly: READ_ONLY.test(name),
    isImmutable: false,
    isMultiple: false,
    isDynamic: own !== undefined,
    title: own ? name : title,
    ...(own ? { listLabel: own.label, formLabel: own.label, filterLabel: own.label } : {}),
    ...(name === 'STAGE_ID' ? { statusType: 'DEAL_STAGE' } : {}),
  };
};

/** As crm.deal.userfield.list gives them; labels come only when a language is asked for. */
export const userFieldRows = (withLabels: boolean): readonly Fields[] =>
  dealUserFields.map((field, at) => ({
    ID: String(201 + at),
    ENTITY_ID: 'CRM_DEAL',
    FIELD_NAME: field.name,
    USER_TYPE_ID: field.type,
    XML_ID: null,
    SORT: String((at + 1) * 100),
    MULTIPLE: 'N',
    MANDATORY: 'N',
    SHOW_FILTER: 'E',
    SHOW_IN_LIST: 'Y',
    EDIT_IN_LIST: 'Y',
    IS_SEARCHABLE: 'N',
    SETTINGS: {},
    ...(withLabels
      ? { EDIT_FORM_LABEL: field.label, LIST_COLUMN_LABEL: field.label, LIST_FILTER_LABEL: field.label }
      : {}),
  }));
