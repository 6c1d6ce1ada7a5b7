import type { JsonSchema } from '@potok/contracts';
import type { ListItem } from '@potok/node-sdk';
import type { BitrixClient } from './client.js';
import { asRow, asRows, firstText, textOf, type Row } from './rows.js';

const DEAL = 2;
const MAIN_PIPELINE = '0';

export const listPipelines = async (client: BitrixClient, signal: AbortSignal): Promise<readonly ListItem[]> => {
  const result = asRow(await client.call('crm.category.list', { entityTypeId: DEAL }, signal));
  return asRows(result?.categories).map((row) => item(textOf(row, 'id'), textOf(row, 'name')));
};

/** Stages of every pipeline, each named with its pipeline where there are several. */
export const listStages = async (client: BitrixClient, signal: AbortSignal): Promise<readonly ListItem[]> => {
  const pipelines = await listPipelines(client, signal);
  const stages: ListItem[] = [];
  for (const pipeline of pipelines) {
    const dictionary = pipeline.value === MAIN_PIPELINE ? 'DEAL_STAGE' : `DEAL_STAGE_${pipeline.value}`;
    const params = { filter: { ENTITY_ID: dictionary }, order: { SORT: 'ASC' } };
    for (const row of asRows(await client.call('crm.status.list', params, signal))) {
      const stage = item(textOf(row, 'STATUS_ID'), textOf(row, 'NAME'));
      stages.push(pipelines.length === 1 ? stage : { ...stage, label: `${pipeline.label}: ${stage.label}` });
    }
  }
  return stages;
};

/** `user.get` gives fifty at a time. */
const PAGE = 50;
const MOST_USERS = 2000;

export const listUsers = async (client: BitrixClient, signal: AbortSignal): Promise<readonly ListItem[]> => {
  const users: Row[] = [];
  for (let start = 0; start < MOST_USERS; start += PAGE) {
    const params = { FILTER: { ACTIVE: true }, SORT: 'ID', ORDER: 'ASC', start };
    const page = asRows(await client.call('user.get', params, signal));
    users.push(...page);
    if (page.length < PAGE) break;
  }
  return users.map((row) => {
    const name = ['NAME', 'LAST_NAME'].flatMap((field) => textOf(row, field) ?? []).join(' ');
    return item(textOf(row, 'ID'), name === '' ? textOf(row, 'EMAIL') : name);
  });
};

const item = (value: string | undefined, label: string | undefined): ListItem => ({
  value: value ?? '',
  label: label ?? value ?? '',
});

/** The account's own fields of a deal (UF_CRM_*) as a JSON Schema. */
export const describeDeal = async (client: BitrixClient, signal: AbortSignal): Promise<JsonSchema> => {
  const fields = asRow(await client.call('crm.deal.fields', {}, signal)) ?? {};
  const own = Object.entries(fields).flatMap(([name, field]) => {
    const row = asRow(field);
    return name.startsWith('UF_') && row !== undefined ? [[name, schemaOf(row, name)] as const] : [];
  });
  return {
    type: 'object',
    additionalProperties: false,
    // Which names are own fields: one of these that is not listed does not exist.
    propertyNames: { pattern: '^UF_' },
    properties: Object.fromEntries(own),
  };
};

const schemaOf = (field: Row, name: string): JsonSchema => {
  const title = firstText(field, 'listLabel', 'formLabel', 'filterLabel', 'title') ?? name;
  const one = valueSchema(field);
  return field.isMultiple === true ? { type: 'array', title, items: one } : { ...one, title };
};

const valueSchema = (field: Row): JsonSchema => {
  const choices = asRows(field.items);
  if (choices.length > 0)
    return {
      oneOf: choices.map((choice) => ({ const: textOf(choice, 'ID') ?? '', title: textOf(choice, 'VALUE') ?? '' })),
    };
  return VALUES[textOf(field, 'type') ?? ''] ?? { type: 'string' };
};

const VALUES: Readonly<Record<string, JsonSchema>> = {
  integer: { type: 'string', format: 'decimal' },
  double: { type: 'string', format: 'decimal' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
};
