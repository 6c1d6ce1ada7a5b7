import type { ScenarioNode } from '@potok/contracts';

type Drawn = Pick<ScenarioNode, 'type' | 'params'>;

/** What the author calls the branch of a decision that leaves by a port; `undefined` where nobody named it. */
export const branchTitle = (node: Drawn | undefined, port: string): string | undefined => {
  const branches: unknown = node?.type === 'flow.decide' ? node.params.branches : undefined;
  if (!Array.isArray(branches)) return undefined;
  const branch = (branches as readonly ({ readonly port?: unknown; readonly title?: unknown } | null)[]).find(
    (one) => one?.port === port,
  );
  return typeof branch?.title === 'string' && branch.title.trim() !== '' ? branch.title : undefined;
};
