import { describe, expect, it } from '@jest/globals';
import type { OpenedWait, WaitDefinition } from '../types.js';
import type { WaitExample, World } from './examples.js';
import { promisePage } from './page.js';
import { exampleKey, faultOf, isAboutInput, NOW, remembered, seenIn, workOf } from './work.js';

interface Page {
  readonly examples: readonly WaitExample[];
  readonly folder: string;
}

/** The token and the address that every example is opened with. */
export const EXAMPLE_TOKEN = 'token-of-the-visit';
export const EXAMPLE_CALLBACK_URL = 'https://potok.example/hooks/token-of-the-visit';

/** The whole spec of a wait: opening is safe to repeat, and each example leaves by its port. */
export const describeWait = (wait: WaitDefinition, { examples, folder }: Page): void => {
  describe(`${wait.id}@${wait.version}`, () => {
    promisePage(wait, folder);
    it('has an example for every port', () => {
      const shown = examples.map(({ port }) => port);
      expect(wait.ports.filter((port) => !shown.includes(port))).toEqual([]);
    });
    it.each(examples)('$title: the input fits the schema', async ({ input, fault }) => {
      const found = await faultOf(Promise.resolve().then(() => wait.checkInput(input)));
      expect(found?.code).toBe(isAboutInput(fault) ? 'BAD_INPUT' : undefined);
    });
    it.each(examples)('$title', async (example) => promiseExample(wait, example));
    it.each(examples.filter(({ fault }) => fault === undefined))(
      '$title: opened twice is opened once',
      async (example) => {
        const world = example.given?.() ?? {};
        const once = await open(wait, world, example);
        const seen = seenIn(world);
        expect(withoutForgotten(await open(wait, world, example), example)).toEqual(withoutForgotten(once, example));
        expect(seenIn(world)).toEqual(seen);
      },
    );
  });
};

const open = (wait: WaitDefinition, world: World, example: WaitExample): Promise<OpenedWait<unknown>> =>
  wait.open({
    ...workOf(world, example),
    now: NOW,
    token: EXAMPLE_TOKEN,
    callbackUrl: EXAMPLE_CALLBACK_URL,
  });

const withoutForgotten = ({ answer, ...opened }: OpenedWait<unknown>, { repeatForgets }: WaitExample) => ({
  ...opened,
  ...(answer === undefined ? {} : { answer: { ...answer, output: remembered(answer.output, repeatForgets) } }),
});

const promiseExample = async (wait: WaitDefinition, example: WaitExample): Promise<void> => {
  const world = example.given?.() ?? {};
  const doing = live(wait, world, example);
  if (example.fault !== undefined) {
    expect((await faultOf(doing))?.code).toBe(example.fault);
    return;
  }
  const { opened, answer } = await doing;
  const { key, deadline, offers } = opened;
  if (example.opens !== undefined) expect({ key, deadline: deadline?.toISOString(), offers }).toEqual(example.opens);
  expect(answer).toEqual(example.port === undefined ? undefined : { port: example.port, output: example.output });
};

const live = async (wait: WaitDefinition, world: World, example: WaitExample) => {
  const opened = await open(wait, world, example);
  if (example.news === undefined) return { opened, answer: opened.answer };
  const work = { ...workOf(world, example), key: exampleKey(example.title), now: NOW };
  return { opened, answer: await wait.take(work, example.news) };
};
