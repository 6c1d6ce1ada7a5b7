import { drawingBox, edgesOf, type Scene, type SceneStep } from './scene.js';

const TILE = 64;
const COLUMN = 104;
const ROW = 84;
/** Nodes whose places differ by less stand in one column, or row. */
const SAME_COLUMN = 110;
const SAME_ROW = 40;

/** Places in their order, near ones as one: how far along each value is. */
const ranksOf = (values: readonly number[], same: number): ReadonlyMap<number, number> => {
  const ranks = new Map<number, number>();
  let first = Number.NEGATIVE_INFINITY;
  let rank = -1;
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - first >= same) {
      rank += 1;
      first = value;
    }
    ranks.set(value, rank);
  }
  return ranks;
};

const tileOf = (step: SceneStep, column: number, row: number): SceneStep => {
  const ports = step.data.ports.map((port) => ({ ...port, y: TILE / 2 }));
  return { ...step, x: column * COLUMN, y: row * ROW, width: TILE, height: TILE, data: { ...step.data, ports } };
};

/** A drawing that can be read where there is little room: tiles with icons, columns and rows close to each other. */
export const miniatureOf = (scene: Scene): Scene => {
  const all = scene.steps;
  const columns = ranksOf(
    all.map(({ x }) => x),
    SAME_COLUMN,
  );
  const rows = ranksOf(
    all.map(({ y }) => y),
    SAME_ROW,
  );
  const steps = all.map((step) => tileOf(step, columns.get(step.x) ?? 0, rows.get(step.y) ?? 0));
  return {
    steps,
    folds: [],
    frames: [],
    notes: [],
    drawn: scene.drawn,
    edges: edgesOf(scene.drawn, steps),
    box: drawingBox(steps),
  };
};
