import type { Binding, Scenario } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { graphOf, MAIN } from '../canvas/graph.js';
import type { Kinds } from '../canvas/manifest.js';
import { drawEdge, drawFold, drawFrame, drawLabel, drawNote, drawStep, heading, type Manner } from './draw-parts.js';
import { miniatureOf } from './miniature.js';
import { palettes, type PictureTheme } from './palette.js';
import { type Scene, sceneOf } from './scene.js';
import { escapeXml } from './svg-text.js';

export interface PictureOrder {
  /** One graph: `main` or the id of a path. Without it the main graph and all paths below it. */
  readonly graph?: string;
  readonly kinds: Kinds;
  readonly texts: Texts;
  readonly language: Language;
  readonly theme: PictureTheme;
  readonly binding?: Binding;
  /** For a small picture: tiles with icons, close to each other. */
  readonly isPlain?: boolean;
}

const FONT = "'Golos Text Variable', 'Golos Text', 'Segoe UI', Roboto, Arial, sans-serif";
const HEADING = 40;

const drawScene = (scene: Scene, manner: Manner): string =>
  [
    ...scene.frames.map((one) => drawFrame(one, manner)),
    ...scene.notes.map((one) => drawNote(one, manner)),
    ...scene.edges.map((one) => drawEdge(one, manner)),
    ...scene.folds.map((one) => drawFold(one, manner)),
    ...scene.steps.map((one) => drawStep(one, manner)),
    ...(manner.isPlain ? [] : scene.edges.map((one) => drawLabel(one, manner))),
  ].join('');

interface Section {
  readonly scene: Scene;
  readonly manner: Manner;
  readonly title?: string;
}

const sectionOf = (scenario: Scenario, graph: string, order: PictureOrder): Section => {
  const { nodes, path } = graphOf(scenario, graph);
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const manner = {
    palette: palettes[order.theme],
    isPlain: order.isPlain === true,
    manifestOf: (id: string) => order.kinds.get(types.get(id) ?? ''),
  };
  const { kinds, texts, language, binding } = order;
  const whole = sceneOf({ scenario, graph, kinds, texts, language, ...(binding === undefined ? {} : { binding }) });
  const scene = manner.isPlain ? miniatureOf(whole) : whole;
  return { scene, manner, ...(path === undefined ? {} : { title: `↩ ${path.title}` }) };
};

interface Stack {
  readonly body: string;
  readonly width: number;
  readonly height: number;
}

/** Below what is there already. */
const stacked = ({ body, width, height }: Stack, { scene, manner, title }: Section): Stack => {
  const { box } = scene;
  const head = title === undefined ? 0 : HEADING;
  const said = title === undefined ? '' : heading({ x: 32, y: height + 28 }, title, manner.palette);
  const part = `<g transform="translate(${-box.x} ${height + head - box.y})">${drawScene(scene, manner)}</g>`;
  return { body: body + said + part, width: Math.max(width, box.width), height: height + head + box.height };
};

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A scenario as an SVG of its own: nothing in it is fetched, run or taken from the page. */
export const drawingSvg = (scenario: Scenario, order: PictureOrder): Picture => {
  const graphs = order.graph === undefined ? [MAIN, ...(scenario.paths ?? []).map(({ id }) => id)] : [order.graph];
  const { body, width, height } = graphs
    .map((graph) => sectionOf(scenario, graph, order))
    .reduce<Stack>(stacked, { body: '', width: 0, height: 0 });
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  const shown = order.isPlain === true ? 0.5 : 1;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width * shown}" height="${size.height * shown}" ` +
    `viewBox="0 0 ${size.width} ${size.height}" role="img" font-family="${FONT}">` +
    `<title>${escapeXml(scenario.name)}</title>` +
    `<rect width="100%" height="100%" fill="${palettes[order.theme].surface}"/>${body}</svg>`;
  return { svg, ...size };
};

export const asDataUrl = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
