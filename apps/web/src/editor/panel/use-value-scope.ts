import type { Manifest, Scenario, ScenarioNode } from '@potok/contracts';
import { describedThings, type OwnFields, placeScope } from '@potok/scenario';
import { useCallback, useMemo, useRef } from 'react';
import { graphOf } from '../../canvas/graph.js';
import { type OwnFieldsOf, useAllOwnFields } from '../../connections/use-own-fields.js';
import type { ValueScope } from '../../values/value-scope.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { useTryingHere } from '../trying/trying-context.js';

const isSameAround = (before: Scenario, after: Scenario, { graph, node }: Place): boolean => {
  const [old, fresh] = [graphOf(before, graph), graphOf(after, graph)];
  return (
    before.parameters === after.parameters &&
    before.slots === after.slots &&
    before.paths === after.paths &&
    old.edges === fresh.edges &&
    old.nodes.length === fresh.nodes.length &&
    old.nodes.every(
      (one, index) => one === fresh.nodes[index] || (one.id === node && isSameKind(one, fresh.nodes[index])),
    )
  );
};

const isSameKind = (before: ScenarioNode, after: ScenarioNode | undefined): boolean =>
  before.id === after?.id && before.type === after.type && before.isSkipped === after.isSkipped;

interface Place {
  readonly graph: string;
  readonly node: string;
}

/** The drawing as it was when something around this step last changed: typing in its own fields leaves it alone. */
const useScenarioAround = (place: Place): Scenario => {
  const now = useEditor(({ history }) => history.document.scenario);
  const kept = useRef({ place, scenario: now });
  const { place: before, scenario } = kept.current;
  const isKept = before.graph === place.graph && before.node === place.node && isSameAround(scenario, now, place);
  if (!isKept) kept.current = { place, scenario: now };
  return kept.current.scenario;
};

const parametersOf = (scenario: Scenario, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    scenario.parameters.flatMap(({ id, default: byDefault }) => {
      const value = values[id] ?? byDefault;
      return value === undefined ? [] : [[id, value]];
    }),
  );

/** What the accounts of the steps say of their own fields, by the step. */
const useOwnFieldsOf = (scenario: Scenario): OwnFields => {
  const { kit } = useEditorApi().getState();
  const slots = useEditor(({ history }) => history.document.binding.slots);
  const accountOf = useCallback(({ slot }: ScenarioNode): string => slots[slot ?? ''] ?? '', [slots]);
  const wanted = useMemo(() => {
    const found = new Map<string, OwnFieldsOf>();
    for (const node of [scenario, ...(scenario.paths ?? [])].flatMap(({ nodes }) => nodes)) {
      const connectionId = accountOf(node);
      const things = connectionId === '' ? [] : describedThings(kit.kinds.get(node.type)?.output ?? {});
      for (const thing of things) found.set(`${connectionId}/${thing}`, { connectionId, thing });
    }
    return [...found.values()];
  }, [scenario, accountOf, kit]);
  const fieldsOf = useAllOwnFields(wanted);
  return useCallback((node, thing) => fieldsOf({ connectionId: accountOf(node), thing }), [fieldsOf, accountOf]);
};

/** What the fields of a step may take their values from, with the data of the last try or of the chosen sample. */
export const useValueScope = (node: string): ValueScope => {
  const { kit } = useEditorApi().getState();
  const graph = useEditor((state) => state.graph);
  const values = useEditor(({ history }) => history.document.binding.parameters);
  const scenario = useScenarioAround({ graph, node });
  const { current } = useTryingHere();
  const manifest = useMemo<Manifest>(() => ({ nodes: [...kit.kinds.values()] }), [kit]);
  const ownFields = useOwnFieldsOf(scenario);
  const place = useMemo(
    () => placeScope(scenario, { manifest, graph, node, ownFields }),
    [scenario, manifest, graph, node, ownFields],
  );
  const { trigger, steps } = current;
  const data = useMemo(
    () => ({ trigger, steps, params: parametersOf(scenario, values) }),
    [trigger, steps, scenario, values],
  );
  return useMemo(() => ({ place, scenario, data, manifest }), [place, scenario, data, manifest]);
};
