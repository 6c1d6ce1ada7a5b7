import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDocument, aKit, aTemplate } from '../testing/an-editor.js';
import { aRandomCommand } from '../testing/random-command.js';
import { type History, newHistory, perform, redo, undo } from './history.js';

const kit = aKit();
const asText = ({ document }: History): string => JSON.stringify(document);
const play = (history: History, times: number, act: (one: History) => History): History =>
  Array.from({ length: times }).reduce<History>(act, history);

describe('history', () => {
  it('takes any 500 commands back to the first document, byte for byte, and forth to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 500, maxLength: 500 }), (seeds) => {
        const first = newHistory(aDocument());
        const last = seeds.reduce<History>((history, seed, index) => {
          const command = aRandomCommand(history.document, seed, kit);
          return perform(history, command, { kit, at: index * 300, mergeKey: command.kind });
        }, first);
        const back = play(last, last.past.length, undo);
        expect(asText(back)).toBe(asText(first));
        expect(asText(play(back, back.future.length, redo))).toBe(asText(last));
      }),
      { numRuns: 20 },
    );
  });

  const named = (history: History, name: string, at: number, mergeKey = 'send/name'): History =>
    perform(history, { kind: 'edit-node', graph: 'main', node: 'send', patch: { name } }, { kit, at, mergeKey });
  const nameOf = ({ document }: History): string | undefined =>
    document.scenario.nodes.find(({ id }) => id === 'send')?.name;

  it('makes one entry of keystrokes without a pause', () => {
    const typed = ['О', 'От', 'Отп'].reduce((history, name, index) => named(history, name, index * 100), start());
    expect([typed.past.length, nameOf(typed)]).toEqual([1, 'Отп']);
    expect(nameOf(undo(typed))).toBe('Отправить покупателю');
  });

  it('begins another entry after a pause, and in another field', () => {
    const paused = named(named(start(), 'а', 0), 'аб', 2000);
    expect(paused.past.length).toBe(2);
    expect(named(paused, 'абв', 2100, 'send/note').past.length).toBe(3);
  });

  it('leaves no entry when nothing changes', () => {
    expect(named(start(), 'Отправить покупателю', 0).past).toEqual([]);
  });

  it('forgets what was undone when something new is done', () => {
    const undone = undo(named(start(), 'а', 0));
    expect([undone.future.length, named(undone, 'б', 5000).future.length]).toEqual([1, 0]);
  });

  it('puts optional lists back where they stood', () => {
    const history = start();
    const gone = perform(
      history,
      { kind: 'remove', graph: 'main', nodes: [], edges: [], notes: ['note1'], keepsWires: false },
      { kit, at: 0 },
    );
    expect(Object.hasOwn(gone.document.scenario, 'notes')).toBe(false);
    expect(asText(undo(gone))).toBe(asText(history));
  });
});

const start = (): History => newHistory(aDocument(aTemplate('deal-to-upd')));
