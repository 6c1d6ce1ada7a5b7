import { describe, expect, it } from '@jest/globals';
import type { NodeDefinition } from '../types.js';
import type { NodeExample, World } from './examples.js';
import { promisePage } from './page.js';
import { faultOf, isAboutInput, remembered, seenIn, workOf } from './work.js';

interface Page {
  readonly examples: readonly NodeExample[];
  /** `import.meta.dirname` of the spec. */
  readonly folder: string;
}

/** The whole spec of a node: ten promises that every node keeps, tried on its examples. */
export const describeNode = (node: NodeDefinition, { examples, folder }: Page): void => {
  const good = examples.filter((example) => example.fault === undefined);
  describe(`${node.id}@${node.version}`, () => {
    promisePage(node, folder);
    promiseExamples(node, examples);
    promiseKey(node, good);
    if (node.gateway !== undefined || node.needs.includes('http')) promiseAbort(node, good);
    if (node.compensate !== undefined) promiseUndo(node, good);
    if (node.version > 1) it('brings an older input up', () => expect(node.upgrade).toBeDefined());
  });
};

const worldOf = (example: NodeExample): World => example.given?.() ?? {};

const promiseExamples = (node: NodeDefinition, examples: readonly NodeExample[]): void => {
  it('has an example for every port', () => {
    const shown = examples.filter(({ fault }) => fault === undefined).map(({ port }) => port ?? node.ports[0]);
    expect(node.ports.filter((port) => !shown.includes(port))).toEqual([]);
  });
  it.each(examples)('$title: the input fits the schema', async ({ input, fault }) => {
    const found = await faultOf(Promise.resolve().then(() => node.checkInput(input)));
    expect(found?.code).toBe(isAboutInput(fault) ? 'BAD_INPUT' : undefined);
  });
  it.each(examples)('$title', async (example) => {
    const doing = node.run(workOf(worldOf(example), example));
    if (example.fault !== undefined) {
      expect((await faultOf(doing))?.code).toBe(example.fault);
      return;
    }
    expect(await doing).toEqual({ output: example.output, port: example.port ?? node.ports[0] });
  });
};

const promiseKey = (node: NodeDefinition, examples: readonly NodeExample[]): void => {
  it.each(examples)('$title: the same key twice acts once', async (example) => {
    const world = worldOf(example);
    const once = await node.run(workOf(world, example));
    const seen = seenIn(world);
    const again = await node.run(workOf(world, example));
    expect(again.port).toBe(once.port);
    expect(remembered(again.output, example.repeatForgets)).toEqual(remembered(once.output, example.repeatForgets));
    expect(seenIn(world)).toEqual(seen);
  });
};

const promiseAbort = (node: NodeDefinition, examples: readonly NodeExample[]): void => {
  it.each(examples)('$title: an abort stops it', async (example) => {
    const world = worldOf(example);
    const seen = seenIn(world);
    expect(await faultOf(node.run(workOf(world, example, AbortSignal.abort())))).toBeDefined();
    expect(seenIn(world)).toEqual(seen);
  });
};

const promiseUndo = (node: NodeDefinition, examples: readonly NodeExample[]): void => {
  it('has an example that an undo takes back to the last trace', () =>
    expect(examples.some(({ leaves }) => leaves === undefined)).toBe(true));
  it.each(examples)('$title: the undo leaves the world as it was, also twice', async (example) => {
    const world = worldOf(example);
    const seen = seenIn(world);
    const work = workOf(world, example);
    const { output } = await node.run(work);
    await node.compensate?.({ ...work, output });
    const after = seenIn(world);
    if (example.leaves === undefined) expect(after).toEqual(seen);
    await node.compensate?.({ ...work, output });
    expect(seenIn(world)).toEqual(after);
  });
  it.each(examples)('$title: the undo of what never happened changes nothing', async (example) => {
    const world = worldOf(example);
    const seen = seenIn(world);
    await node.compensate?.({ ...workOf(world, example), output: undefined });
    expect(seenIn(world)).toEqual(seen);
  });
};
