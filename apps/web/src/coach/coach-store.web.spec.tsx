import { beforeEach, describe, expect, it } from '@jest/globals';
import { CoachStore } from './coach-store.js';

let kept: readonly string[] = [];
const memory = { read: () => kept, write: (seen: readonly string[]) => void (kept = seen) };
const anchor = (id: string) => Object.assign(document.createElement('button'), { id });
const shown = (store: CoachStore) => store.current()?.mark.id;

beforeEach(() => {
  kept = [];
});

describe('a hint', () => {
  it('comes after the act that it follows and goes with the act that it asks for', () => {
    const store = new CoachStore(memory);
    store.may('connect', anchor('node'));
    expect(shown(store)).toBeUndefined();
    store.did('node-added');
    expect(shown(store)).toBe('connect');
    store.did('connected');
    expect(shown(store)).toBeUndefined();
  });

  it('stands only beside what is on the page', () => {
    const store = new CoachStore(memory);
    store.did('node-added');
    expect(shown(store)).toBeUndefined();
    store.may('connect', anchor('node'));
    store.may('connect', null);
    expect(shown(store)).toBeUndefined();
  });

  it('comes once for a person, also when it was only closed', () => {
    const store = new CoachStore(memory);
    store.may('connect', anchor('node'));
    store.did('node-added');
    store.close();
    const later = new CoachStore(memory);
    later.may('connect', anchor('node'));
    later.did('node-added');
    expect([shown(store), shown(later), kept]).toEqual([undefined, undefined, ['connect']]);
  });

  it('does not come to one who can do already what it teaches', () => {
    const store = new CoachStore(memory);
    store.did('connected');
    store.may('connect', anchor('node'));
    store.did('node-added');
    expect(shown(store)).toBeUndefined();
  });

  it('is one at a time, and listeners hear each change once', () => {
    const store = new CoachStore(memory);
    let heard = 0;
    store.subscribe(() => (heard += 1));
    store.may('connect', anchor('node'));
    store.may('undo', anchor('bar'));
    store.did('node-added');
    store.did('node-deleted');
    expect([shown(store), heard]).toEqual(['connect', 1]);
    store.close();
    expect([shown(store), heard]).toEqual(['undo', 2]);
  });
});
