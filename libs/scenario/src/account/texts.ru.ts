export interface EntryFacts {
  readonly account: string;
  readonly kind: string;
  readonly value: string;
  readonly entry: string;
}
export type StepEntryFacts = EntryFacts & { readonly name: string };

const KINDS: Readonly<Record<string, string>> = {
  'describe:deal': 'поля',
  'list:stages': 'стадии',
  'list:pipelines': 'воронки',
  'list:users': 'сотрудника',
  'list:boxes': 'ящика',
  'list:warehouses': 'склада',
  'list:organizations': 'организации',
};
const kindOf = (kind: string): string => KINDS[kind] ?? 'записи';
const named = ({ kind, value, entry }: EntryFacts): string =>
  `${kindOf(kind)} «${entry}»${entry === value ? '' : ` (${value})`}`;

/** What an account has no more, and where it is named. */
export const accountTexts = {
  ENTRY_GONE: (facts: StepEntryFacts) =>
    `Изменилось в «${facts.account}»: ${named(facts)} больше нет. Этим пользуется шаг «${facts.name}», выберите замену.`,
  ENTRY_UNKNOWN: (facts: StepEntryFacts) =>
    `В «${facts.account}» нет ${named(facts)}. Этим пользуется шаг «${facts.name}»: выберите из списка или обновите справочники.`,
  SETTING_GONE: (facts: EntryFacts) =>
    `Изменилось в «${facts.account}»: ${named(facts)} больше нет. Это указано в настройках подключения, выберите замену.`,
  BOX_GONE: ({ account, value, organization }: { account: string; value: string; organization: string }) =>
    `Изменилось в «${account}»: ящика ${value} больше нет, а он указан у организации «${organization}». Проверьте доступ сотрудника или замените ящик.`,
};
