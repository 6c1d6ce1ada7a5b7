import { Type as t, type TSchema } from '@sinclair/typebox';
import type { JsonSchema } from '@potok/contracts';
import { flowTitles as titles } from './flow-titles.ru.js';

const closed = { additionalProperties: false } as const;
const asJson = (schema: TSchema): JsonSchema => JSON.parse(JSON.stringify(schema)) as JsonSchema;
const Port = t.String({
  pattern: '^[a-z][a-zA-Z0-9_-]{0,39}$',
  title: titles.port,
  description: 'Latin name of the way out.',
});
const Nothing = t.Object({}, closed);

/** Inputs and outputs of the nodes that the compiler and the interpreter know themselves. */
export const flowSchemas = {
  decide: {
    input: asJson(
      t.Object(
        {
          branches: t.Array(
            t.Object(
              {
                port: Port,
                title: t.Optional(
                  t.String({
                    maxLength: 120,
                    title: titles.branchTitle,
                    description: 'What people see on the branch.',
                  }),
                ),
                when: t.Boolean({
                  title: titles.when,
                  description: 'The run leaves here when this is true; the first true one counts.',
                }),
              },
              closed,
            ),
            {
              minItems: 1,
              maxItems: 20,
              title: titles.branches,
              description: 'Tried from the top; none true: `otherwise`.',
            },
          ),
        },
        closed,
      ),
    ),
    output: asJson(t.Object({ port: t.String({ title: titles.taken, description: 'The branch taken.' }) }, closed)),
  },
  parallel: {
    input: asJson(
      t.Object(
        {
          branches: t.Array(Port, {
            minItems: 2,
            maxItems: 100,
            uniqueItems: true,
            title: titles.arms,
            description: 'Names of the branches.',
          }),
        },
        closed,
      ),
    ),
    output: asJson(Nothing),
  },
  join: {
    input: asJson(
      t.Object(
        {
          mode: t.Union([t.Literal('all'), t.Literal('any'), t.Literal('some')], {
            ui: {
              choices: {
                all: { ru: 'Все', en: 'All' },
                any: { ru: 'Первую', en: 'The first' },
                some: { ru: 'Несколько', en: 'Several' },
              },
            },
            title: titles.mode,
            description: 'Goes on when all branches have come, when the first has, or when `need` have.',
          }),
          need: t.Optional(
            t.Integer({ minimum: 1, maximum: 100, title: titles.need, description: 'How many, for `some`.' }),
          ),
        },
        closed,
      ),
    ),
    output: asJson(Nothing),
  },
  forEach: {
    input: asJson(
      t.Object(
        {
          items: t.Array(t.Unknown(), {
            maxItems: 10_000,
            title: titles.items,
            description: 'The list; `item` and `itemIndex` in the body.',
          }),
          window: t.Optional(
            t.Integer({
              minimum: 1,
              maximum: 50,
              title: titles.window,
              description: 'How many items at one time; 1 if absent.',
            }),
          ),
        },
        closed,
      ),
    ),
    output: asJson(
      t.Object({ count: t.Integer({ title: titles.count, description: 'How many items there were.' }) }, closed),
    ),
  },
  call: {
    input: asJson(
      t.Object(
        {
          scenarioId: t.String({
            format: 'uuid',
            title: titles.scenario,
            description: 'The scenario to run; pinned at publish.',
          }),
          input: t.Optional(
            t.Record(t.String(), t.Unknown(), {
              title: titles.input,
              description: "Data of the called trigger's output.",
            }),
          ),
        },
        closed,
      ),
    ),
    output: asJson(
      t.Object(
        {
          runId: t.String({ format: 'uuid', title: titles.run, description: 'The run that was started.' }),
          status: t.String({ title: titles.status, description: 'How it ended.' }),
          outcome: t.Optional(t.String({ title: titles.outcome, description: 'Text of its stop node.' })),
        },
        closed,
      ),
    ),
  },
  stop: {
    input: asJson(
      t.Object(
        {
          outcome: t.Optional(
            t.String({ maxLength: 500, title: titles.outcome, description: 'What to write as the result.' }),
          ),
        },
        closed,
      ),
    ),
    output: asJson(Nothing),
  },
} as const;
