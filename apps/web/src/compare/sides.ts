import type { DraftCopyView, Page, Scenario, ScenarioDetailView, VersionView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import type { EditorTexts } from '../app/texts/catalogue.js';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { formatMoment } from '../format/dates.js';
import { useVersions } from '../scenarios/queries.js';

export const DRAFT = 'draft';
export const PUBLISHED = 'published';
const COPY = 'copy-';

export const copySide = ({ id }: DraftCopyView): string => `${COPY}${id}`;

export const useDraftCopies = (scenarioId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'draft-copies', scenarioId],
    queryFn: ({ signal }) => api.get<Page<DraftCopyView>>(path(`/scenarios/${scenarioId}/draft-copies`), signal),
  });
};

/** A published drawing never changes: asked for once. */
export const useVersion = (scenarioId: string, versionId: string | undefined) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'version', scenarioId, versionId],
    queryFn: ({ signal }) => api.get<VersionView>(path(`/scenarios/${scenarioId}/versions/${versionId ?? ''}`), signal),
    enabled: versionId !== undefined,
  });
};

/** One side of a comparison: its address, and its drawing once it is there. */
export interface Side {
  readonly value: string;
  readonly scenario: Scenario | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const addressOf = (asked: string, { published }: ScenarioDetailView): string =>
  asked === PUBLISHED ? (published?.versionId ?? DRAFT) : asked;

/** Reads a side: the draft, a kept draft, or a version, which may be older than those that are listed. */
export const useSide = (scenario: ScenarioDetailView, asked: string): Side => {
  const value = addressOf(asked, scenario);
  const copies = useDraftCopies(scenario.id);
  const isVersion = value !== DRAFT && !value.startsWith(COPY);
  const version = useVersion(scenario.id, isVersion ? value : undefined);
  if (value === DRAFT) return { value, scenario: scenario.draft, error: null, refetch: copies.refetch };
  if (isVersion) return { value, scenario: version.data?.scenario, error: version.error, refetch: version.refetch };
  const copy = copies.data?.items.find((one) => copySide(one) === value);
  return { value, scenario: copy?.scenario, error: copies.error, refetch: copies.refetch };
};

interface Choice {
  readonly value: string;
  readonly label: string;
}

const versionChoice = ({ id, number, name }: VersionView, { compare }: EditorTexts): Choice => ({
  value: id,
  label: compare.version(number, name),
});

/** All that can be compared, the draft first; what the address names besides is added. */
export const useChoices = (scenario: ScenarioDetailView, shown: readonly string[]): readonly Choice[] => {
  const { texts, language } = useEditorSpeech();
  const { timeZone } = useWorkspace();
  const versions = useVersions(scenario.id).data?.items ?? [];
  const copies = useDraftCopies(scenario.id).data?.items ?? [];
  const choices = [
    { value: DRAFT, label: texts.compare.draft },
    ...versions.map((version) => versionChoice(version, texts)),
    ...copies.map((copy) => ({
      value: copySide(copy),
      label: texts.compare.keptDraft(formatMoment(copy.keptAt, { language, timeZone })),
    })),
  ];
  const missing = [...new Set(shown)].filter((value) => choices.every((choice) => choice.value !== value));
  return [...choices, ...missing.map((value) => ({ value, label: value.slice(-8) }))];
};
