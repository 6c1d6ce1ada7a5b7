import type { ConnectionView } from '@potok/contracts';
import type { ConnectionRow, ConnectionUse } from '@potok/persistence';
import { withSentence } from '@potok/scenario';
import type { NodeCatalogue } from '../nodes/node-catalogue.js';
import type { Language } from '../problems/texts.js';
import type { Broken } from './account-checks.js';

interface Words {
  readonly nodes: NodeCatalogue;
  readonly language: Language;
  readonly uses: readonly ConnectionUse[];
  readonly broken: readonly Broken[];
}

/** Never the secrets. */
export const asConnectionView = (row: ConnectionRow, { nodes, language, uses, broken }: Words): ConnectionView => ({
  id: row.id,
  name: row.name,
  system: row.system,
  gateway: row.gateways[0] ?? '',
  isTest: row.isTest,
  status: row.status,
  ...(row.checkedAt === null ? {} : { checkedAt: row.checkedAt.toISOString() }),
  ...(row.fault === null
    ? {}
    : {
        fault: {
          kind: row.fault.kind,
          code: row.fault.code,
          detail: nodes.sentence(row.fault.code, row.fault.facts, language),
        },
      }),
  settings: row.settings,
  usedBy: uses
    .filter(({ connectionId }) => connectionId === row.id)
    .map(({ scenarioId, name }) => ({ scenarioId, name })),
  ...brokenOf(
    broken.filter(({ connectionId }) => connectionId === row.id),
    language,
  ),
});

const brokenOf = (broken: readonly Broken[], language: Language): Pick<ConnectionView, 'broken'> =>
  broken.length === 0
    ? {}
    : {
        broken: broken.map(({ finding, scenario }) => {
          const { code, detail } = withSentence(finding, language);
          return { code, detail, ...(scenario === undefined ? {} : { scenario }) };
        }),
      };
