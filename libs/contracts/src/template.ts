import { Type as t, type Static } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const Words = (maxLength: number) => {
  const text = t.String({ minLength: 1, maxLength });
  return t.Object({ ru: text, en: text }, closed);
};

/**
 * What a trial without any account begins with and what its steps give where the nodes' own examples would not fit
 * together. A scenario made of the template gets it as its first sample.
 */
export const TemplateExample = t.Object(
  {
    /** Of these data, as a saved sample. */
    name: Words(120),
    /** Fits the output schema of the trigger. */
    trigger: t.Unknown(),
    /** By node id; each fits the output schema of its node. */
    steps: t.Record(t.String(), t.Unknown()),
    /** By node id: the way out to take, where the first one is not the story to show. */
    ports: t.Optional(t.Record(t.String(), t.String())),
    /** By parameter id: what stands in for the choices that an account would offer. */
    parameters: t.Optional(t.Record(t.String(), t.Unknown())),
  },
  closed,
);
export type TemplateExample = Static<typeof TemplateExample>;

/** `template.json` beside a template's drawing: how the gallery presents it. */
export const TemplateCard = t.Object(
  {
    title: Words(120),
    /** What comes of it, in one line: «Сделка выиграна → УПД в Диадоке → проводка в 1С». */
    outcome: Words(200),
    about: Words(600),
    /** Systems that it is made for (ids of connectors); others of the same gateway do as well. */
    systems: t.Array(t.String({ minLength: 1 }), { maxItems: 20, uniqueItems: true }),
    /** Words of both languages that people look for it by. */
    words: t.Array(t.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 40, uniqueItems: true }),
    /** What a consultant needs to set it up, with the accounts at hand. */
    minutes: t.Integer({ minimum: 1, maximum: 480 }),
    example: TemplateExample,
  },
  closed,
);
export type TemplateCard = Static<typeof TemplateCard>;
