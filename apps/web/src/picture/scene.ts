import type { Group, Scenario } from '@potok/contracts';
import { getSmoothStepPath, Position } from '@xyflow/react';
import { type Drawing, drawnOf, type NoteNode, type PathEdge, type StepNode } from '../canvas/drawn.js';
import { placesOf } from '../canvas/arranged.js';
import { NODE_HEIGHT, NODE_WIDTH } from '../canvas/layout.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface SceneStep extends Box {
  readonly id: string;
  readonly data: StepNode['data'];
}
export interface SceneFold extends Box {
  readonly title: string;
  readonly count: number;
}
export interface SceneFrame extends Box {
  readonly title: string;
}
export interface SceneNote extends Box {
  readonly text: string;
}
export interface SceneEdge {
  readonly path: string;
  readonly kind: 'plain' | 'error' | 'undo';
  readonly title?: string;
  readonly source: readonly [x: number, y: number];
  readonly target: readonly [x: number, y: number];
  readonly place: number;
}

/** What a picture holds, in the drawing's own measures. */
export interface Scene {
  readonly steps: readonly SceneStep[];
  readonly folds: readonly SceneFold[];
  readonly frames: readonly SceneFrame[];
  readonly notes: readonly SceneNote[];
  readonly edges: readonly SceneEdge[];
  /** The edges before they were given their lines. */
  readonly drawn: readonly PathEdge[];
  readonly box: Box;
}

const RADIUS = 8;
const FRAME_PAD = 20;
const FRAME_HEAD = 28;
const MARGIN = 32;

const around = (boxes: readonly Box[]): Box => {
  if (boxes.length === 0) return { x: 0, y: 0, width: NODE_WIDTH, height: NODE_HEIGHT };
  const x = Math.min(...boxes.map((one) => one.x));
  const y = Math.min(...boxes.map((one) => one.y));
  const right = Math.max(...boxes.map((one) => one.x + one.width));
  const bottom = Math.max(...boxes.map((one) => one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
};

const isStep = (node: StepNode | NoteNode): node is StepNode => node.type === 'step';

const stepBox = ({ id, position, data }: StepNode): SceneStep => ({
  id,
  x: position.x,
  y: position.y,
  width: NODE_WIDTH,
  height: NODE_HEIGHT,
  data,
});

/** Where edges of a node begin and end; those of a folded node at the box of its group. */
class Anchors {
  private readonly steps: ReadonlyMap<string, SceneStep>;
  private readonly folds = new Map<string, SceneFold>();

  constructor(steps: readonly SceneStep[]) {
    this.steps = new Map(steps.map((one) => [one.id, one]));
  }

  fold(members: readonly string[], box: SceneFold): void {
    for (const id of members) this.folds.set(id, box);
  }

  isFolded(id: string): boolean {
    return this.folds.has(id);
  }

  source(id: string, port: string): readonly [number, number] | undefined {
    const fold = this.folds.get(id);
    if (fold !== undefined) return [fold.x + fold.width, fold.y + fold.height / 2];
    const step = this.steps.get(id);
    const y = step?.data.ports.find((one) => one.id === port)?.y ?? NODE_HEIGHT / 2;
    return step === undefined ? undefined : [step.x + step.width, step.y + y];
  }

  target(id: string): readonly [number, number] | undefined {
    const box = this.folds.get(id) ?? this.steps.get(id);
    return box === undefined ? undefined : [box.x, box.y + box.height / 2];
  }

  isWithin(from: string, to: string): boolean {
    const fold = this.folds.get(from);
    return fold !== undefined && fold === this.folds.get(to);
  }
}

const kindOf = ({ data }: PathEdge): SceneEdge['kind'] => {
  if (data?.isError === true) return 'error';
  return data?.isUndo === true ? 'undo' : 'plain';
};

const edgeOf = (edge: PathEdge, anchors: Anchors): readonly SceneEdge[] => {
  const source = anchors.source(edge.source, edge.sourceHandle ?? '');
  const target = anchors.target(edge.target);
  if (source === undefined || target === undefined || anchors.isWithin(edge.source, edge.target)) return [];
  const [path] = getSmoothStepPath({
    sourceX: source[0],
    sourceY: source[1],
    sourcePosition: Position.Right,
    targetX: target[0],
    targetY: target[1],
    targetPosition: Position.Left,
    borderRadius: RADIUS,
  });
  const title = edge.data?.title;
  const place = edge.data?.place ?? 0;
  return [{ path, kind: kindOf(edge), source, target, place, ...(title === undefined ? {} : { title }) }];
};

const membersOf = ({ nodes }: Group, steps: readonly SceneStep[]): readonly SceneStep[] =>
  steps.filter(({ id }) => nodes.includes(id));

const foldOf = (group: Group, members: readonly SceneStep[]): SceneFold => {
  const { x, y } = around(members);
  return { x, y, width: NODE_WIDTH, height: NODE_HEIGHT, title: group.title, count: members.length };
};

const frameOf = (group: Group, members: readonly SceneStep[]): SceneFrame => {
  const { x, y, width, height } = around(members);
  return {
    x: x - FRAME_PAD,
    y: y - FRAME_HEAD - 4,
    width: width + FRAME_PAD * 2,
    height: height + FRAME_HEAD + 4 + FRAME_PAD,
    title: group.title,
  };
};

const grouped = (scenario: Scenario, steps: readonly SceneStep[], anchors: Anchors) => {
  const folds: SceneFold[] = [];
  const frames: SceneFrame[] = [];
  for (const group of scenario.groups ?? []) {
    const members = membersOf(group, steps);
    if (members.length === 0) continue;
    if (group.isFolded !== true) frames.push(frameOf(group, members));
    else {
      const fold = foldOf(group, members);
      anchors.fold(group.nodes, fold);
      folds.push(fold);
    }
  }
  return { folds, frames };
};

const withMargin = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + MARGIN * 2,
  height: height + MARGIN * 2,
});

/** Lines between steps that stand where they stand, none folded. */
export const edgesOf = (drawn: readonly PathEdge[], steps: readonly SceneStep[]): readonly SceneEdge[] => {
  const anchors = new Anchors(steps);
  return drawn.flatMap((edge) => edgeOf(edge, anchors));
};

export const drawingBox = (boxes: readonly Box[]): Box => withMargin(around(boxes));

/** One graph of a scenario as boxes and lines: what the canvas draws, without the canvas. */
export const sceneOf = (drawing: Drawing): Scene => {
  const drawn = drawnOf(drawing, placesOf);
  const all = drawn.nodes.filter(isStep).map(stepBox);
  const anchors = new Anchors(all);
  const { folds, frames } = grouped(drawing.scenario, all, anchors);
  const steps = all.filter(({ id }) => !anchors.isFolded(id));
  const notes = drawn.nodes
    .filter((node) => node.type === 'note')
    .map(({ position, width = 0, height = 0, data }) => ({
      ...position,
      width,
      height,
      text: (data as { text: string }).text,
    }));
  return {
    steps,
    folds,
    frames,
    notes,
    edges: drawn.edges.flatMap((edge) => edgeOf(edge, anchors)),
    drawn: drawn.edges,
    box: drawingBox([...steps, ...folds, ...frames, ...notes]),
  };
};
