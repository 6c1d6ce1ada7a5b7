import type { accountTexts as russian } from './texts.ru.js';

export interface EntryFacts {
  readonly account: string;
  readonly kind: string;
  readonly value: string;
  readonly entry: string;
}
export type StepEntryFacts = EntryFacts & { readonly name: string };

const KINDS: Readonly<Record<string, string>> = {
  'describe:deal': 'field',
  'list:stages': 'stage',
  'list:pipelines': 'pipeline',
  'list:users': 'user',
  'list:boxes': 'box',
  'list:warehouses': 'warehouse',
  'list:organizations': 'organization',
};
const named = ({ kind, value, entry }: EntryFacts): string =>
  `${KINDS[kind] ?? 'entry'} "${entry}"${entry === value ? '' : ` (${value})`}`;

export const accountTexts = {
  ENTRY_GONE: (facts: StepEntryFacts) =>
    `Changed in "${facts.account}": ${named(facts)} is gone; step "${facts.name}" uses it. Choose another.`,
  ENTRY_UNKNOWN: (facts: StepEntryFacts) =>
    `"${facts.account}" has no ${named(facts)}; step "${facts.name}" uses it. Choose from the list or refresh it.`,
  SETTING_GONE: (facts: EntryFacts) =>
    `Changed in "${facts.account}": ${named(facts)} is gone; this connection is set to it. Change the settings.`,
  BOX_GONE: ({ account, value, organization }: { account: string; value: string; organization: string }) =>
    `Changed in "${account}": box ${value} is gone; organization "${organization}" has it. Check the employee's access or replace the box.`,
} satisfies { readonly [Code in keyof typeof russian]: (facts: Parameters<(typeof russian)[Code]>[0]) => string };
