import { useEffect } from 'react';
import { useEditorApi } from '../state/use-editor.js';
import type { Checker } from './checker.js';
import { useChecks } from './use-checks.js';
import type { SavedDraft } from './use-server-findings.js';

interface Props extends SavedDraft {
  readonly checker: Checker;
}

/** Follows the drawing key by key, so that the page around it need not. */
export const Checks = ({ checker, ...saved }: Props) => {
  const store = useEditorApi();
  const { isBusy } = useChecks(checker, saved);
  useEffect(() => store.getState().check(isBusy), [store, isBusy]);
  return null;
};
