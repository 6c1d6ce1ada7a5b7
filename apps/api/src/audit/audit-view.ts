import type { AuditView } from '@potok/contracts';
import type { Actor, AuditRow, RunStarter } from '@potok/persistence';

/** What the sentence of a row needs besides the row. */
export interface AuditWords {
  readonly starters: ReadonlyMap<string, RunStarter>;
  /** «Контур.Диадок» for `diadoc`. */
  readonly systemTitle: (system: string) => string;
}

type Who = Pick<AuditView, 'who' | 'actor' | 'run'>;

const whoOf = (actor: Actor, { starters, systemTitle }: AuditWords): Who => {
  switch (actor.kind) {
    case 'user':
    case 'token':
    case 'system':
      return { actor: actor.kind, who: actor.name };
    case 'operator':
      return { actor: actor.kind, who: systemTitle(actor.system) };
    case 'run': {
      const { scenarioName = '', askedBy = null } = starters.get(actor.id) ?? {};
      const run = { id: actor.id, ...(askedBy === null ? {} : { askedBy }) };
      return { actor: actor.kind, who: scenarioName, run };
    }
  }
};

export const runIdsOf = (rows: readonly AuditRow[]): string[] => [
  ...new Set(rows.flatMap(({ who }) => (who.kind === 'run' ? [who.id] : []))),
];

export const asAuditView = (row: AuditRow, words: AuditWords): AuditView => ({
  id: row.id,
  at: row.at.toISOString(),
  ...whoOf(row.who, words),
  act: row.act,
  object: { kind: row.objectKind, id: row.objectId },
  facts: row.facts,
  ...(row.hash === null ? {} : { hash: row.hash }),
});
