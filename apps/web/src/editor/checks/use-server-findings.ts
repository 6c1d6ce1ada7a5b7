import type { CheckView } from '@potok/contracts';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { useEditorApi } from '../state/use-editor.js';
import type { ServerFindings } from './gather-findings.js';

export interface SavedDraft {
  readonly scenarioId: string;
  /** Changes with each save. */
  readonly savedRevision: number;
}

/** What the API says of the draft, asked anew after each save; what it said last stays until it answers. */
export const useServerFindings = ({ scenarioId, savedRevision }: SavedDraft): ServerFindings | undefined => {
  const api = useApi();
  const path = useInWorkspace()(`/scenarios/${scenarioId}/check`);
  const store = useEditorApi();
  const [said, setSaid] = useState<ServerFindings>();
  useEffect(() => {
    let isOld = false;
    const { document } = store.getState().history;
    api.send<CheckView>('POST', path).then(
      ({ findings }) => {
        if (!isOld) setSaid({ document, findings });
      },
      // Nothing is lost: the next save asks again, and publishing checks by itself.
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [api, path, store, savedRevision]);
  return said;
};
