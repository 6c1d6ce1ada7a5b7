import { ActionIcon, Button, Menu } from '@mantine/core';
import type { ScenarioEdge, ScenarioNode } from '@potok/contracts';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { graphOf, walkOrder } from '../../canvas/graph.js';
import { brandOf, iconMask } from '../../canvas/icon.js';
import { wayTitle } from '../../canvas/way-title.js';
import type { ActContext } from '../acts/act-context.js';
import { type ActId, acts, isReady } from '../acts/registry.js';
import { goTo } from '../acts/walk-acts.js';
import { useCanvas } from '../canvas/canvas-store.js';
import { useNodeBadge } from '../canvas/use-node-badge.js';
import { tellWhyNot } from '../canvas/why-not.js';
import { edgeFrom, exitsOf } from '../document/kit.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';

const NOWHERE = '';
const NEW = '+';
const OF_ROW: readonly ActId[] = ['open', 'rename', 'append', 'replace', 'turn', 'duplicate', 'remove', 'cutOut'];

interface RowProps {
  readonly node: ScenarioNode;
  readonly all: readonly ScenarioNode[];
  readonly edges: readonly ScenarioEdge[];
  readonly context: ActContext;
}

/** Where each exit leads, chosen from a list: connecting without drawing. */
const ExitRows = ({ node, all, edges, context }: RowProps) => {
  const { texts } = useEditorSpeech();
  const { outline } = texts.editor;
  const store = useEditorApi();
  const { kit, graph, history, isReadOnly } = store.getState();
  const { scenario } = history.document;
  const around = { scenario, graph, kinds: kit.kinds };
  const lead = (port: string, to: string): void => {
    const { act } = context.store.getState();
    const edge = edgeFrom(edges, node.id, port);
    if (to === NEW) useCanvas.getState().set({ picker: { from: { node: node.id, port } } });
    else if (to !== NOWHERE) act({ kind: 'link', graph, from: { node: node.id, port }, to });
    else if (edge !== undefined) act({ kind: 'unlink', graph, edge: edge.id });
  };
  return exitsOf(node, kit).map((port) => (
    <label key={port} className="outline-exit">
      <span className="dim">{wayTitle(node, port, texts)} →</span>
      <select
        disabled={isReadOnly}
        value={edgeFrom(edges, node.id, port)?.to.node ?? NOWHERE}
        onChange={(event) => lead(port, event.currentTarget.value)}
        aria-label={outline.leads(node.name, wayTitle(node, port, texts))}
      >
        <option value={NOWHERE}>{outline.nowhere}</option>
        <option value={NEW}>{outline.fresh}</option>
        {all
          .filter((one) => tellWhyNot(around, { source: node.id, target: one.id }, texts.editor.whyNot) === undefined)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </select>
    </label>
  ));
};

const RowMenu = ({ node, context }: Pick<RowProps, 'node' | 'context'>) => {
  const { editor } = useEditorSpeech().texts;
  const store = useEditorApi();
  return (
    <Menu position="bottom-end" onOpen={() => store.getState().choose({ nodes: new Set([node.id]) })}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={editor.outline.more(node.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {OF_ROW.flatMap((id) => acts.filter((act) => act.id === id)).map((act) => (
          <Menu.Item
            key={act.id}
            disabled={!isReady(act, context)}
            onClick={() => {
              store.getState().choose({ nodes: new Set([node.id]) });
              act.run(context);
            }}
          >
            {editor.acts[act.id]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

const Row = (props: RowProps) => {
  const { node, context } = props;
  const { texts, language } = useEditorSpeech();
  const store = useEditorApi();
  const { kit } = store.getState();
  const isChosen = useEditor(({ chosen }) => chosen.nodes.has(node.id));
  const { errors, warnings } = useNodeBadge(node.id);
  const manifest = kit.kinds.get(node.type);
  return (
    <li className={isChosen ? 'outline-row is-chosen' : 'outline-row'}>
      <span
        className="step-icon"
        style={{ maskImage: iconMask(manifest), background: brandOf(manifest) }}
        aria-hidden
      />
      <div className="outline-words">
        <button
          type="button"
          className="outline-name"
          aria-current={isChosen ? 'step' : undefined}
          onClick={() => {
            goTo(context, node.id);
            store.getState().openNode(node.id);
          }}
        >
          <strong className={node.isSkipped === true ? 'is-struck' : undefined}>{node.name}</strong>
          <span className="dim">{manifest?.title[language] ?? node.type}</span>
          {errors + warnings === 0 ? null : (
            <span className={errors > 0 ? 'state-red' : 'state-amber'}>{texts.editor.badge(errors, warnings)}</span>
          )}
        </button>
        <ExitRows {...props} />
      </div>
      <RowMenu node={node} context={context} />
    </li>
  );
};

/** The drawing as a list in the order of a run, with everything that the canvas can do: for the keyboard, a screen reader, haste. */
export const EditOutline = ({ context }: { readonly context: ActContext }) => {
  const { outline } = useEditorSpeech().texts.editor;
  const scenario = useEditor(({ history }) => history.document.scenario);
  const graph = useEditor((state) => state.graph);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const drawn = useMemo(() => graphOf(scenario, graph), [scenario, graph]);
  const ordered = useMemo(() => walkOrder(drawn), [drawn]);
  return (
    <>
      {ordered.length === 0 ? <p className="dim">{outline.empty}</p> : null}
      <ol className="edit-outline" aria-label={outline.title}>
        {ordered.map((node) => (
          <Row key={node.id} node={node} all={ordered} edges={drawn.edges} context={context} />
        ))}
      </ol>
      <Button
        variant="default"
        disabled={isReadOnly}
        leftSection={<IconPlus size={16} />}
        onClick={() => useCanvas.getState().set({ picker: {} })}
      >
        {outline.add}
      </Button>
    </>
  );
};
