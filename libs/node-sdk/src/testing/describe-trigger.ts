import { describe, expect, it } from '@jest/globals';
import type { TriggerDefinition } from '../types.js';
import type { TriggerExample } from './examples.js';
import { promisePage } from './page.js';
import { faultOf, NOW, workOf } from './work.js';

interface Page {
  readonly examples: readonly TriggerExample[];
  readonly folder: string;
}

/** The whole spec of a trigger: settings fit, each example starts a run or says why not. */
export const describeTrigger = (trigger: TriggerDefinition, { examples, folder }: Page): void => {
  describe(`${trigger.id}@${trigger.version}`, () => {
    promisePage(trigger, folder);
    it('has an example that starts a run', () =>
      expect(examples.some(({ output }) => output !== undefined)).toBe(true));
    it.each(examples)('$title', async (example) => {
      const doing = trigger.accept(askedBy(example));
      if (example.fault !== undefined) {
        expect((await faultOf(doing))?.code).toBe(example.fault);
        return;
      }
      const { kind, ...decided } = await doing;
      if (example.ignored === undefined) {
        expect({ kind, ...decided }).toMatchObject({ kind: 'run', output: example.output });
        expect('sameAs' in decided ? decided.sameAs : undefined).toBe(example.sameAs);
      } else expect({ kind, ...decided }).toMatchObject({ kind: 'ignore', reason: example.ignored });
    });
  });
};

const askedBy = (example: TriggerExample) => {
  const { client, signal } = workOf(example.given?.() ?? {}, { title: example.title, input: example.body });
  return { body: example.body, headers: example.headers ?? {}, params: example.params, client, now: NOW, signal };
};
