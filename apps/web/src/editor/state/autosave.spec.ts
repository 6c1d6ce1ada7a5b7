import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ScenarioDetailView } from '@potok/contracts';
import { ApiFault } from '../../app/api-client.js';
import type { EditorDocument } from '../document/change.js';
import { aDocument } from '../testing/an-editor.js';
import { Autosave, type Saving } from './autosave.js';

const fault = (status: number, code: string) =>
  new ApiFault({ type: 'about:blank', title: code, status, code, detail: `${code}.` });
const named = (name: string): EditorDocument => {
  const document = aDocument();
  return { ...document, scenario: { ...document.scenario, name } };
};

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['performance'] });
});
afterEach(() => {
  jest.useRealTimers();
});

const begin = (
  answers: ((document: EditorDocument) => number)[] = [],
  onTheWay: () => Promise<void> = async () => undefined,
) => {
  const first = named('первый');
  const server = { document: first, revision: 1 };
  const told: Saving[] = [];
  const kept: (EditorDocument | undefined)[] = [];
  const autosave = new Autosave(
    {
      save: async (document, revision) => {
        await onTheWay();
        const answer = answers.shift();
        if (answer !== undefined) return { draftRevision: answer(document) };
        if (revision !== server.revision) throw fault(409, 'SCENARIO_CHANGED');
        server.document = document;
        return { draftRevision: (server.revision += 1) };
      },
      fetchTheirs: async () =>
        ({
          draft: server.document.scenario,
          binding: server.document.binding,
          draftRevision: server.revision,
        }) as ScenarioDetailView,
      keep: (document) => kept.push(document),
      drop: () => kept.push(undefined),
      tell: (saving) => told.push(saving),
      now: () => Date.now(),
    },
    first,
    1,
  );
  return { autosave, server, told, kept, last: () => told.at(-1)?.kind };
};

describe('Autosave', () => {
  it('saves within two seconds even while somebody keeps typing, and keeps a copy at once', async () => {
    const { autosave, server, kept, last } = begin();
    for (let key = 0; key < 18; key += 1) {
      autosave.take(named(`имя ${key}`));
      expect(kept.at(-1)?.scenario.name).toBe(`имя ${key}`);
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(server.revision).toBeGreaterThan(1);
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.document.scenario.name, last(), kept.at(-1)]).toEqual(['имя 17', 'saved', undefined]);
  });

  it('tries again by itself when the line is cut, and loses nothing', async () => {
    const cut = () => {
      throw fault(0, 'NO_CONNECTION');
    };
    const { autosave, server, last } = begin([cut, cut]);
    autosave.take(named('без связи'));
    await jest.advanceTimersByTimeAsync(1000);
    expect(last()).toBe('offline');
    await jest.advanceTimersByTimeAsync(10_000);
    expect([server.document.scenario.name, last()]).toEqual(['без связи', 'saved']);
  });

  it('writes over nothing that somebody else has saved', async () => {
    const { autosave, server, told, last } = begin();
    server.document = named('чужой');
    server.revision = 7;
    autosave.take(named('мой'));
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.document.scenario.name, last()]).toEqual(['чужой', 'conflict']);
    autosave.take(named('мой 2'));
    await jest.advanceTimersByTimeAsync(5000);
    expect(server.document.scenario.name).toBe('чужой');
    expect(told.filter(({ kind }) => kind === 'conflict').length).toBe(1);
    autosave.goOn(server.document, 7);
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.document.scenario.name, last()]).toEqual(['мой 2', 'saved']);
  });

  it('knows its own save again whose answer was lost on the way', async () => {
    const lost: ReturnType<typeof begin> = begin([
      (document) => {
        Object.assign(lost.server, { document, revision: 2 });
        throw fault(0, 'NO_CONNECTION');
      },
    ]);
    lost.autosave.take(named('дошло'));
    await jest.advanceTimersByTimeAsync(5000);
    expect([lost.server.revision, lost.last()]).toEqual([2, 'saved']);
    expect(lost.autosave.isClean).toBe(true);
  });

  it('knows it again also when more was typed before the next try', async () => {
    const lost: ReturnType<typeof begin> = begin([
      (document) => {
        Object.assign(lost.server, { document, revision: 2 });
        throw fault(0, 'NO_CONNECTION');
      },
    ]);
    lost.autosave.take(named('дошло'));
    await jest.advanceTimersByTimeAsync(800);
    expect(lost.last()).toBe('offline');
    lost.autosave.take(named('дошло и дальше'));
    await jest.advanceTimersByTimeAsync(15_000);
    expect([lost.server.document.scenario.name, lost.last()]).toEqual(['дошло и дальше', 'saved']);
    expect(lost.told.filter(({ kind }) => kind === 'conflict')).toEqual([]);
  });

  it('leaves the choice between two drafts open whatever is undone meanwhile', async () => {
    const { autosave, server, last } = begin();
    const first = server.document;
    server.document = named('чужой');
    server.revision = 7;
    autosave.take(named('мой'));
    await jest.advanceTimersByTimeAsync(2000);
    autosave.take(first);
    expect(last()).toBe('conflict');
  });

  it('says what the API does not take, and tries again with the next change', async () => {
    const { autosave, server, told, last } = begin([
      () => {
        throw fault(400, 'SCENARIO_MALFORMED');
      },
    ]);
    autosave.take(named('неверный'));
    await jest.advanceTimersByTimeAsync(2000);
    expect(told.at(-1)).toEqual({ kind: 'refused', detail: 'SCENARIO_MALFORMED.' });
    autosave.take(named('верный'));
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.document.scenario.name, last()]).toEqual(['верный', 'saved']);
  });

  it('waits for the save that is under way, when all is to be saved now', async () => {
    let answer = (): void => undefined;
    const slow = new Promise<void>((done) => {
      answer = done;
    });
    const { autosave, server } = begin([], () => slow);
    autosave.take(named('ждём ответа'));
    await jest.advanceTimersByTimeAsync(1000);
    const flushed = autosave.flush();
    answer();
    expect([await flushed, server.document.scenario.name]).toEqual([true, 'ждём ответа']);
  });

  it('is silent when everything was taken back', async () => {
    const { autosave, server, last } = begin();
    const first = server.document;
    autosave.take(named('другой'));
    autosave.take(first);
    await jest.advanceTimersByTimeAsync(5000);
    expect([server.revision, last()]).toEqual([1, 'saved']);
  });
});
