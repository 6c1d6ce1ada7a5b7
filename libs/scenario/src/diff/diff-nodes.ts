import type { ScenarioNode } from '@potok/contracts';
import { DEFAULT_RETRY, DEFAULT_TIMEOUT_SEC } from '../plan/steps.js';
import { diffValues } from './diff-values.js';
import type { Changed, ChangeKind, FieldChange, NodeKinds } from './diff-types.js';
import { choiceWordsOf } from '../analysis/choice-words.js';
import { fieldTitle, schemaOfField } from '../analysis/field-titles.js';

interface Facet {
  readonly kind: ChangeKind;
  readonly pointer: string;
  readonly read: (node: ScenarioNode) => unknown;
}

/** What stands where nothing is said is compared too: written out or left out, the run does the same. */
const FACETS: readonly Facet[] = [
  { kind: 'type', pointer: '/type', read: ({ type, typeVersion }) => `${type}@${typeVersion}` },
  { kind: 'name', pointer: '/name', read: ({ name }) => name },
  { kind: 'slot', pointer: '/slot', read: ({ slot }) => slot },
  { kind: 'skip', pointer: '/isSkipped', read: ({ isSkipped }) => isSkipped === true },
  { kind: 'timeout', pointer: '/timeoutSec', read: ({ timeoutSec }) => timeoutSec ?? DEFAULT_TIMEOUT_SEC },
  { kind: 'onFault', pointer: '/onFault', read: ({ onFault }) => onFault ?? 'park' },
  { kind: 'legalReason', pointer: '/legalReason', read: ({ legalReason }) => legalReason },
  { kind: 'note', pointer: '/note', read: ({ note }) => note },
];

const facetChanges = (before: ScenarioNode, after: ScenarioNode): readonly FieldChange[] =>
  FACETS.flatMap(({ kind, pointer, read }) =>
    diffValues([read(before), read(after)], pointer).map((change) => ({ ...change, title: '', kind })),
  );

const retryChanges = (before: ScenarioNode, after: ScenarioNode): readonly FieldChange[] =>
  diffValues([before.retry ?? DEFAULT_RETRY, after.retry ?? DEFAULT_RETRY], '/retry').map((change) => ({
    ...change,
    title: '',
    kind: 'retry',
  }));

/** Titles are those of the type that has the field: the new one, or the old one for what is gone. */
const paramChanges = (before: ScenarioNode, after: ScenarioNode, kinds: NodeKinds | undefined): FieldChange[] =>
  diffValues([before.params, after.params]).map((change) => {
    const type = change.after === undefined ? before.type : after.type;
    const input = kinds?.get(type)?.input;
    const choices = choiceWordsOf(schemaOfField(input, change.pointer));
    const told = Object.keys(choices).length === 0 ? {} : { choices };
    return { ...change, title: fieldTitle(input, change.pointer), kind: 'param', ...told };
  });

export const diffNode = (
  before: ScenarioNode,
  after: ScenarioNode,
  kinds: NodeKinds | undefined,
): Changed<ScenarioNode> | undefined => {
  const fields = [
    ...facetChanges(before, after),
    ...paramChanges(before, after, kinds),
    ...retryChanges(before, after),
  ];
  return fields.length === 0 ? undefined : { id: after.id, before, after, fields };
};

export const isMoved = ({ position: before }: ScenarioNode, { position: after }: ScenarioNode): boolean =>
  before.x !== after.x || before.y !== after.y;
