import type { AnyManifest, OrganizationView } from '@potok/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import type { MappingPreview } from './preview.js';
import { sentenceFor } from './sentences.js';
import type { Judge } from './use-sample-results.js';
import { foreseeUpd, type ForeseenUpd } from './upd/upd-preview.js';

/** Node types whose document can be foreseen in the browser. */
const UPD_NODE = 'edo.build-upd';

export const buildsUpd = ({ id }: AnyManifest): boolean => id === UPD_NODE;

interface Given {
  readonly manifest: AnyManifest;
  readonly organizations: readonly OrganizationView[];
  readonly now: Date;
}

/** What the node's own rules say of an input; nothing for a node whose work is not known here. */
export const useJudge = ({ manifest, organizations, now }: Given): Judge => {
  const { language } = useSpeech();
  return useCallback(
    (value) => {
      if (!buildsUpd(manifest)) return [];
      return foreseeUpd(value, organizations, now).problems.map(({ pointer, severity, ...coded }) => ({
        pointer,
        severity,
        detail: sentenceFor(coded, manifest, language),
      }));
    },
    [manifest, organizations, now, language],
  );
};

/** The document that an input would make. */
export const useForeseen = (value: unknown, { manifest, organizations, now }: Given): ForeseenUpd | undefined =>
  useMemo(() => {
    if (!buildsUpd(manifest)) return undefined;
    const foreseen = foreseeUpd(value, organizations, now);
    return 'model' in foreseen ? foreseen : undefined;
  }, [value, manifest, organizations, now]);

type Asked =
  { readonly kind: 'none' | 'waiting' | 'failed' } | { readonly kind: 'here'; readonly preview: MappingPreview };
const PAUSE_MS = 600;

/** What somebody else makes of the params (a worker that knows number and ids), once typing has paused. */
export const useAskedPreview = <P>(params: P, preview: ((params: P) => Promise<MappingPreview>) | undefined): Asked => {
  const [asked, setAsked] = useState<Asked>({ kind: 'none' });
  useEffect(() => {
    if (preview === undefined) return undefined;
    let isOld = false;
    const timer = setTimeout(() => {
      setAsked({ kind: 'waiting' });
      preview(params).then(
        (made) => isOld || setAsked({ kind: 'here', preview: made }),
        () => isOld || setAsked({ kind: 'failed' }),
      );
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [params, preview]);
  return asked;
};
