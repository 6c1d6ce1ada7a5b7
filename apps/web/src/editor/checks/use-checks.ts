import { useEffect, useState } from 'react';
import { useSpeech } from '../../app/texts/use-texts.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import type { Checker } from './checker.js';

const AFTER_MS = 150;

/** What the compiler last said. */
export interface CheckState {
  readonly isBusy: boolean;
  readonly hash?: string;
  readonly tookMs?: number;
}

/** Compiles the drawing after each change; the findings go to the steps' badges. */
export const useChecks = (checker: Checker): CheckState => {
  const { language } = useSpeech();
  const store = useEditorApi();
  const scenario = useEditor(({ history }) => history.document.scenario);
  const [state, setState] = useState<CheckState>({ isBusy: true });
  useEffect(() => {
    let isOld = false;
    setState((before) => ({ ...before, isBusy: true }));
    const timer = setTimeout(() => {
      void checker.ask({ kind: 'compile', scenario, language }).then((answer) => {
        if (isOld || answer === undefined) return;
        store.getState().find(answer.findings);
        const { hash, tookMs } = answer;
        setState({ isBusy: false, tookMs, ...(hash === undefined ? {} : { hash }) });
      });
    }, AFTER_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [checker, scenario, language, store]);
  return state;
};
