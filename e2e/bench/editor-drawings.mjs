// Big drawings for the editor: the steps of templates/deal-to-upd again and again, each round led into the next.
import { readFileSync } from 'node:fs';

const TEMPLATE = JSON.parse(
  readFileSync(new URL('../../templates/deal-to-upd/scenario.json', import.meta.url), 'utf8'),
);
const ROUNDS_A_ROW = 6;
const ROUND_WIDTH = 2400;
const ROUND_HEIGHT = 1100;

const [trigger, ...steps] = TEMPLATE.nodes;
const ids = steps.map(({ id }) => id);

/** What a round refers to are its own steps: `steps.check` becomes `steps.check_7`. */
const renamed = (value, round) =>
  JSON.parse(
    JSON.stringify(value).replaceAll(/\bsteps\.(\w+)/g, (text, id) => (ids.includes(id) ? `${text}_${round}` : text)),
  );

const placeOf = ({ x, y }, round) => ({
  x: x + (round % ROUNDS_A_ROW) * ROUND_WIDTH,
  y: y + Math.floor(round / ROUNDS_A_ROW) * ROUND_HEIGHT,
});

const stepOf = (node, round) => ({
  ...node,
  id: `${node.id}_${round}`,
  name: `${node.name} ${round + 1}`,
  params: renamed(node.params, round),
  position: placeOf(node.position, round),
});

const inRound = (id, round) => (id === trigger.id ? id : `${id}_${round}`);
const edgeOf = ({ id, from, to }, round) => ({
  id: `${id}_${round}`,
  from: { node: inRound(from.node, round), port: from.port },
  to: { node: inRound(to.node, round) },
});
/** The end of a round is the beginning of the next. */
const bridgeTo = (round) => ({
  id: `bridge_${round}`,
  from: { node: `done_${round - 1}`, port: 'done' },
  to: { node: `deal_${round}` },
});

/** A scenario of so many steps that can be published: its values refer to the steps before them. */
export const bigDrawing = (size) => {
  const rounds = Array.from({ length: Math.ceil((size - 1) / steps.length) }, (_, round) => round);
  const nodes = [trigger, ...rounds.flatMap((round) => steps.map((node) => stepOf(node, round)))].slice(0, size);
  const there = new Set(nodes.map(({ id }) => id));
  const own = rounds.flatMap((round) =>
    TEMPLATE.edges.filter(({ from }) => round === 0 || from.node !== trigger.id).map((edge) => edgeOf(edge, round)),
  );
  const edges = [...own, ...rounds.slice(1).map(bridgeTo)];
  return {
    ...TEMPLATE,
    name: `Чертёж на ${size} шагов`,
    nodes,
    edges: edges.filter(({ from, to }) => there.has(from.node) && there.has(to.node)),
  };
};
