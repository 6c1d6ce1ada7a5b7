import type { RunContext } from './step-store.js';

/**
 * The key of an effect (design: same key, same act). By `visit`: sha256 of workspace, first run of the rerun chain, node
 * and visit, so that a rerun sends nothing twice. By `sameAs`: workspace, node type and value, in any run. "Send again"
 * raises `again` and so makes a new key. What a trial run has done is never what a live one would do, whatever its value.
 */
export const effectKey = (
  sha256: (text: string) => string,
  run: Pick<RunContext, 'workspaceId' | 'originRunId' | 'again' | 'mode'>,
  of: { readonly node: string; readonly visit: string; readonly type: string; readonly sameAs: string },
): string => {
  const parts =
    of.sameAs === 'visit'
      ? [run.workspaceId, run.originRunId, of.node, of.visit]
      : [run.workspaceId, of.type, of.sameAs, ...(run.mode === 'trial' ? ['trial'] : [])];
  return sha256(JSON.stringify(run.again === 0 ? parts : [...parts, run.again]));
};
