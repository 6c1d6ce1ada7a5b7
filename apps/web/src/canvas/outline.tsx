import type { ScenarioNode } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { StepState } from '../states/states.js';
import type { Drawing } from './drawn.js';
import { type Graph, graphOf, walkOrder } from './graph.js';
import { brandOf, iconMask } from './icon.js';
import { MarkSign, useMarks } from './marks.js';
import { nodeWords, waitLimit } from './node-words.js';
import type { NodeTrace, Overlay } from './overlay.js';
import { useTraceWords } from './trace-words.js';
import { wayTitle } from './way-title.js';

interface Props {
  readonly drawing: Drawing;
  readonly overlay?: Overlay | undefined;
  readonly chosen?: string | undefined;
  readonly onChoose?: ((node: string) => void) | undefined;
}

const exitsOf = (node: ScenarioNode, graph: Graph, { texts }: Drawing): string =>
  graph.edges
    .filter(({ from }) => from.node === node.id)
    .map(({ from, to }) => {
      const name = graph.nodes.find(({ id }) => id === to.node)?.name ?? to.node;
      return from.port === 'done' ? `→ ${name}` : `${wayTitle(node, from.port, texts)} → ${name}`;
    })
    .join('; ');

const OutlineState = ({ trace }: { readonly trace: NodeTrace }) => (
  <span className="outline-state">
    <StepState status={trace.status} />
    <small className="dim num">{useTraceWords(trace)}</small>
  </span>
);

/** The drawing as a list: for a screen reader, a phone and the keyboard. */
export const Outline = ({ drawing, overlay, chosen, onChoose }: Props) => {
  const { canvas } = useTexts();
  const graph = graphOf(drawing.scenario, drawing.graph);
  const marks = useMarks();
  return (
    <ol className="outline" aria-label={canvas.listOfSteps}>
      {walkOrder(graph).map((node) => {
        const manifest = drawing.kinds.get(node.type);
        const mark = marks.nodes.get(node.id);
        const trace = overlay?.nodes.get(node.id);
        const limit = manifest?.kind === 'wait' ? waitLimit(node, drawing) : undefined;
        return (
          <li key={node.id}>
            <button
              type="button"
              disabled={onChoose === undefined}
              onClick={() => onChoose?.(node.id)}
              aria-current={chosen === node.id ? 'step' : undefined}
            >
              <span
                className="step-icon"
                style={{ maskImage: iconMask(manifest), background: brandOf(manifest) }}
                aria-hidden
              />
              <span className="outline-words">
                <strong>{node.name}</strong>
                {overlay !== undefined && trace === undefined ? null : (
                  <span className="dim outline-about">
                    {[limit, nodeWords(node, manifest, drawing)].filter(Boolean).join(' · ')}
                  </span>
                )}
                {overlay === undefined ? <span className="outline-exits">{exitsOf(node, graph, drawing)}</span> : null}
              </span>
              {mark === undefined ? null : <MarkSign mark={mark} />}
              {trace === undefined ? null : <OutlineState trace={trace} />}
            </button>
          </li>
        );
      })}
    </ol>
  );
};
