import type { Finding } from '@potok/contracts';
import { useEffect, useState } from 'react';
import { useSpeech } from '../../app/texts/use-texts.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import type { Checker } from './checker.js';
import { gatherFindings } from './gather-findings.js';
import { type SavedDraft, useServerFindings } from './use-server-findings.js';

const AFTER_MS = 150;

/** What the compiler last said. */
export interface CheckState {
  readonly isBusy: boolean;
  readonly hash?: string;
  readonly tookMs?: number;
}

const NOTHING: readonly Finding[] = [];

/** Compiles the drawing after each change; its findings, and what only the API knows, go to the steps' badges. */
export const useChecks = (checker: Pick<Checker, 'ask'>, saved: SavedDraft): CheckState => {
  const { language } = useSpeech();
  const store = useEditorApi();
  const document = useEditor(({ history }) => history.document);
  const { scenario } = document;
  const [state, setState] = useState<CheckState>({ isBusy: true });
  const [own, setOwn] = useState(NOTHING);
  const server = useServerFindings(saved);
  useEffect(() => {
    let isOld = false;
    setState((before) => (before.isBusy ? before : { ...before, isBusy: true }));
    const timer = setTimeout(() => {
      void checker.ask({ kind: 'compile', scenario, language }).then((answer) => {
        if (isOld || answer === undefined) return;
        setOwn(answer.findings);
        const { hash, tookMs } = answer;
        setState({ isBusy: false, tookMs, ...(hash === undefined ? {} : { hash }) });
      });
    }, AFTER_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [checker, scenario, language]);
  useEffect(() => store.getState().find(gatherFindings(own, server, document)), [store, own, server, document]);
  return state;
};
