import type { Finding, Scenario, ScenarioNode } from '@potok/contracts';
import type { EditorDocument } from '../document/change.js';

/** What only the API knows: scenarios that are called, what fills the places, what the accounts still have. */
const PREFIXES = ['CALL_', 'BINDING_'];
const OF_ACCOUNTS = new Set(['ENTRY_GONE', 'ENTRY_UNKNOWN', 'SETTING_GONE', 'BOX_GONE']);

const isOfServer = ({ code }: Finding): boolean =>
  OF_ACCOUNTS.has(code) || PREFIXES.some((prefix) => code.startsWith(prefix));

const nodesIn = ({ nodes, paths = [] }: Scenario): readonly ScenarioNode[] => [
  ...nodes,
  ...paths.flatMap((path) => path.nodes),
];

const nodeAt = ({ scenario }: EditorDocument, id: string): ScenarioNode | undefined =>
  nodesIn(scenario).find((node) => node.id === id);

/** What the API said of a document. */
export interface ServerFindings {
  readonly document: EditorDocument;
  readonly findings: readonly Finding[];
}

/** Said of a step, it holds as long as the step is the same; said of the whole, as long as the places and what fills them are. */
const isStillSo = ({ node }: Finding, before: EditorDocument, now: EditorDocument): boolean => {
  if (node !== undefined) return nodeAt(before, node) !== undefined && nodeAt(before, node) === nodeAt(now, node);
  const { slots, parameters } = now.scenario;
  return before.binding === now.binding && before.scenario.slots === slots && before.scenario.parameters === parameters;
};

const keyOf = ({ code, node, field }: Finding): string => JSON.stringify([code, node, field]);

/** The compiler beside the page does not know the scenario that is called: what is handed over is judged by the API. */
const isOfCall = ({ node }: Finding, document: EditorDocument): boolean =>
  node !== undefined && nodeAt(document, node)?.type === 'flow.call';

/** Findings of the compiler beside the page, and those of the API that it cannot know and that still hold. */
export const gatherFindings = (
  own: readonly Finding[],
  server: ServerFindings | undefined,
  now: EditorDocument,
): readonly Finding[] => {
  const known = own.filter((finding) => !isOfServer(finding));
  if (server === undefined) return known;
  const keys = new Set(known.map(keyOf));
  const added = server.findings.filter(
    (finding) =>
      (isOfServer(finding) || isOfCall(finding, server.document)) &&
      !keys.has(keyOf(finding)) &&
      isStillSo(finding, server.document, now),
  );
  return [...known, ...added];
};
