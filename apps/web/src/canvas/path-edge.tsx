import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath, useStore } from '@xyflow/react';
import { memo } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import type { PathData, PathEdge } from './drawn.js';
import { NODE_HEIGHT } from './layout.js';
import { linkKey, type Mark, useMarks } from './marks.js';
import { useIsRun, useTaken } from './overlay-store.js';

const RADIUS = 8;
const LABEL_HEIGHT = 16;
const SAME_ROW = 34;
/** Below this zoom the names of ways out cannot be read. */
const NAMELESS_BELOW = 0.5;

interface LabelProps {
  readonly title: string | undefined;
  readonly edge: Pick<EdgeProps, 'sourceY' | 'targetX' | 'targetY'>;
  readonly place: number;
  /** How often the run went this way. */
  readonly taken: number;
}

/**
 * Authors leave little room between columns: where an edge runs straight into its node the name stands above the
 * node's corner, else before it upon the edge. Names into one node are stacked.
 */
const labelPlace = ({ sourceY, targetX, targetY }: LabelProps['edge'], place: number): string =>
  Math.abs(sourceY - targetY) < SAME_ROW
    ? `translate(${targetX - 12}px, ${targetY - NODE_HEIGHT / 2 - 2 - (place + 1) * LABEL_HEIGHT}px)`
    : `translate(-100%, -50%) translate(${targetX - 8}px, ${targetY - place * LABEL_HEIGHT}px)`;

const Label = ({ title, edge, place, taken }: LabelProps) => {
  const { canvas } = useTexts();
  const isNameless = useStore(({ transform }) => transform[2] < NAMELESS_BELOW);
  const words = [title, taken > 1 ? canvas.times(taken) : undefined].filter((word) => word !== undefined).join(' ');
  return isNameless || words === '' ? null : (
    <EdgeLabelRenderer>
      <span className={taken > 0 ? 'edge-label is-taken' : 'edge-label'} style={{ transform: labelPlace(edge, place) }}>
        {words}
      </span>
    </EdgeLabelRenderer>
  );
};

const LinkMark = ({ mark, x, y }: { readonly mark: Mark; readonly x: number; readonly y: number }) => {
  const { canvas } = useTexts();
  return (
    <EdgeLabelRenderer>
      <span
        className={`link-mark mark-${mark}`}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        title={canvas.linkWords[mark]}
      >
        <span aria-hidden>{canvas.linkMarks[mark]}</span>
        <span className="visually-hidden">{canvas.linkWords[mark]}</span>
      </span>
    </EdgeLabelRenderer>
  );
};

const kindOf = ({ isError, isUndo }: PathData): 'error' | 'undo' | 'plain' =>
  isError ? 'error' : isUndo ? 'undo' : 'plain';

const plain: PathData = { port: '', isError: false, isUndo: false, place: 0 };

/** An edge: thicker where the run went, red and dashed on faults, amber and double on a compensation path. */
export const PathLine = memo(({ data = plain, ...edge }: EdgeProps<PathEdge>) => {
  const taken = useTaken(edge.source, data.port);
  const isTaken = taken > 0;
  const isRun = useIsRun();
  const mark = useMarks().links.get(linkKey(edge.source, data.port, edge.target));
  const [path, x, y] = getSmoothStepPath({ ...edge, borderRadius: RADIUS });
  const kind = kindOf(data);
  const classes = [
    'edge',
    `edge-${kind}`,
    isTaken ? 'is-taken' : '',
    isRun && !isTaken ? 'is-back' : '',
    mark === undefined ? '' : `is-${mark}`,
  ];
  return (
    <>
      {kind === 'undo' ? <BaseEdge id={`${edge.id}-casing`} path={path} className="edge edge-casing" /> : null}
      <BaseEdge id={edge.id} path={path} className={classes.filter(Boolean).join(' ')} />
      {mark === undefined ? null : <LinkMark mark={mark} x={x} y={y} />}
      {data.title === undefined ? null : <Label title={data.title} edge={edge} place={data.place} taken={taken} />}
    </>
  );
});
PathLine.displayName = 'PathLine';
