import type { Finding } from '@potok/contracts';
import { expect, it } from '@jest/globals';
import { act, renderHook, waitFor } from '@testing-library/react';
import { SCENARIO } from '../../testing/fixtures/scenario.js';
import { aDocument } from '../testing/an-editor.js';
import { openInEditor } from '../testing/open-editor.js';
import { useChecks } from './use-checks.js';

const aFinding = (code: string, over: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'error',
  detail: code,
  facts: {},
  ...over,
});

const open = (compiled: readonly Finding[], checked: () => readonly Finding[]) => {
  const checker = {
    ask: () => Promise.resolve({ id: 1, findings: compiled, tookMs: 1 }),
  };
  const opened = openInEditor({
    document: aDocument(),
    answers: { [`POST /scenarios/${SCENARIO}/check`]: () => ({ findings: checked() }) },
  });
  const hook = renderHook(({ savedRevision }) => useChecks(checker, { scenarioId: SCENARIO, savedRevision }), {
    wrapper: opened.around,
    initialProps: { savedRevision: 1 },
  });
  const codes = () => opened.store.getState().findings.map(({ code }) => code);
  return { ...opened, ...hook, codes };
};

const rename = (node: string) => ({ kind: 'edit-node', graph: 'main', node, patch: { name: 'Другое' } }) as const;

it('leaves called scenarios and what fills the places to the API', async () => {
  const { codes } = open(
    [aFinding('CALL_UNKNOWN', { node: 'send' }), aFinding('NODE_UNREACHED', { node: 'deal' })],
    () => [aFinding('NODE_UNREACHED', { node: 'deal' }), aFinding('BINDING_SLOT_EMPTY')],
  );
  await waitFor(() => expect(codes()).toEqual(['NODE_UNREACHED', 'BINDING_SLOT_EMPTY']));
});

it('keeps what the API said of a step until the step changes, however often the rest is compiled', async () => {
  const { codes, store, result } = open([], () => [
    aFinding('ENTRY_GONE', { node: 'send' }),
    aFinding('BINDING_SLOT_EMPTY'),
  ]);
  await waitFor(() => expect(codes()).toEqual(['ENTRY_GONE', 'BINDING_SLOT_EMPTY']));
  act(() => store.getState().act(rename('deal')));
  await waitFor(() => expect(result.current.isBusy).toBe(false));
  expect(codes()).toEqual(['ENTRY_GONE', 'BINDING_SLOT_EMPTY']);
  act(() => store.getState().act(rename('send')));
  expect(codes()).toEqual(['BINDING_SLOT_EMPTY']);
  act(() => store.getState().act({ kind: 'bind', slot: 'crm', connection: SCENARIO }));
  expect(codes()).toEqual([]);
});

it('asks again after each save', async () => {
  let said = [aFinding('BINDING_SLOT_EMPTY')];
  const { codes, rerender } = open([], () => said);
  await waitFor(() => expect(codes()).toEqual(['BINDING_SLOT_EMPTY']));
  said = [];
  rerender({ savedRevision: 2 });
  await waitFor(() => expect(codes()).toEqual([]));
});
