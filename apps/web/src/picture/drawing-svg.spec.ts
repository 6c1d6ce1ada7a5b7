import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { catalogues } from '../app/texts/catalogue.js';
import { kindsOf } from '../canvas/manifest.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aScenario } from '../testing/fixtures/scenario.js';
import { drawingSvg, type PictureOrder } from './drawing-svg.js';
import { palettes } from './palette.js';
import { scaleOf } from './png.js';
import { fitText, wrapText } from './svg-text.js';

const draw = (scenario: Scenario, over: Partial<PictureOrder> = {}) =>
  drawingSvg(scenario, { kinds: kindsOf(aManifest()), texts: catalogues.ru, language: 'ru', theme: 'light', ...over });
const named = (name: string): Scenario => {
  const scenario = aScenario();
  return { ...scenario, nodes: scenario.nodes.map((node) => (node.id === 'upd' ? { ...node, name } : node)) };
};
const withPath = (): Scenario => {
  const [, upd, send] = aScenario().nodes;
  const nodes = [upd, send].filter((one) => one !== undefined);
  const edges = [{ id: 'p1', from: { node: 'upd', port: 'done' }, to: { node: 'send' } }];
  return {
    ...aScenario(),
    paths: [{ id: 'annul', kind: 'annul', ofNode: 'send', title: 'Аннулировать', nodes, edges }],
  };
};
const countOf = (svg: string, part: RegExp): number => [...svg.matchAll(part)].length;

it('draws every node with its name and what it does, and every edge', () => {
  const { svg, width, height } = draw(aScenario());
  for (const name of ['Сделка выиграна', 'Построить УПД', 'Отправить УПД', 'Ждать покупателя'])
    expect(svg).toContain(name);
  expect(svg).toContain('до 30');
  expect(countOf(svg, /<path d="M[^"]+" fill="none" stroke="#5f6b75"/g)).toBe(3);
  expect({ width, height }).toEqual({ width: 900 + 220 + 64, height: 64 + 64 });
});

it('lets nothing out of a text, and draws only shapes of an icon', () => {
  const manifest = aManifest();
  const nodes = manifest.nodes.map((one) => ({
    ...one,
    icon: '<svg viewBox="0 0 24 24"><script>alert(1)</script></svg>',
  }));
  const { svg } = draw(named('<b onload="x">&\u0000'), { kinds: kindsOf({ nodes }) });
  expect(svg).toContain('&lt;b onload=&quot;x&quot;&gt;&amp;');
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0000');
});

it('draws a compensation path below, amber and double, under its title', () => {
  const { svg, height } = draw(withPath());
  expect(svg).toContain('↩ Аннулировать');
  expect(countOf(svg, /stroke="#8a5300" stroke-width="5"/g)).toBe(1);
  expect(height).toBeGreaterThan(draw(withPath(), { graph: 'main' }).height);
  expect(draw(withPath(), { graph: 'main' }).svg).not.toContain('Аннулировать');
});

describe('groups', () => {
  const grouped = (isFolded: boolean) => ({
    ...aScenario(),
    groups: [{ id: 'g', title: 'Отправка', nodes: ['upd', 'send'], isFolded }],
  });

  it('are a frame around their nodes', () => {
    const { svg } = draw(grouped(false));
    expect(svg).toContain('Отправка');
    expect(svg).toContain('Построить УПД');
  });

  it('are one box when folded, with the edges of what is in it', () => {
    const { svg } = draw(grouped(true));
    expect(svg).toContain('× 2');
    expect(svg).not.toContain('Построить УПД');
    expect(countOf(svg, /<path d="M[^"]+" fill="none" stroke="#5f6b75"/g)).toBe(2);
  });
});

it('is tiles with icons where it is a preview, columns close to each other', () => {
  const { svg, width, height } = draw(aScenario(), { isPlain: true });
  expect(svg).not.toContain('Построить');
  expect(countOf(svg, /viewBox="0 0 24 24"/g)).toBe(4);
  expect({ width, height }).toEqual({ width: 3 * 104 + 64 + 64, height: 64 + 64 });
});

it('is drawn also of a scenario without a step', () => {
  const { width, height } = draw({ ...aScenario(), nodes: [], edges: [] });
  expect([width, height].every((side) => side > 0)).toBe(true);
});

it.each(['light', 'dark'] as const)('has the colours of the %s theme', (theme) => {
  const css = readFileSync(join(import.meta.dirname, '../app/theme.css'), 'utf8');
  const part = css.slice(css.indexOf(`scheme='${theme}'`)).split('}')[0] ?? '';
  const of = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(part)?.[1];
  const { brands, surface, lineStrong, inkDim, inkFaint, amberSoft, ...same } = palettes[theme];
  const named = {
    'surface-0': surface,
    'line-strong': lineStrong,
    'ink-dim': inkDim,
    'ink-faint': inkFaint,
    'amber-soft': amberSoft,
  };
  const all = {
    ...same,
    ...named,
    ...Object.fromEntries(Object.entries(brands).map(([id, colour]) => [`brand-${id}`, colour])),
  };
  expect(Object.fromEntries(Object.keys(all).map((name) => [name, of(name)]))).toEqual(all);
});

describe('texts', () => {
  it('end in an ellipsis where they do not fit', () => {
    expect(fitText('УПД', 13, 160)).toBe('УПД');
    expect(fitText('Отправить универсальный передаточный документ покупателю', 13, 160)).toMatch(/^Отправить ун.*…$/);
  });

  it('are wrapped by words, and cut after the last line', () => {
    expect(wrapText('раз два', 12, { width: 400, lines: 2 })).toEqual(['раз два']);
    const lines = wrapText('раз два три четыре пять шесть', 12, { width: 60, lines: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('…');
  });
});

it('shrinks a PNG that no browser could draw', () => {
  expect(scaleOf({ width: 2400, height: 900 })).toBe(2);
  expect(scaleOf({ width: 40_000, height: 900 })).toBeCloseTo(0.4);
  expect(scaleOf({ width: 15_000, height: 15_000 })).toBeLessThan(1);
});
