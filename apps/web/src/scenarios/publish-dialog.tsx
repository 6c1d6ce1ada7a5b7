import { Textarea, TextInput } from '@mantine/core';
import type { PublishPreviewView, ScenarioDetailView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { Authors, Findings, type OnFinding, RunsByVersion, WhatChanges } from '../compare/publish-parts.js';
import { SampleMisfitList } from '../compare/sample-misfit-list.js';
import { AskDialog } from '../page/ask-dialog.js';
import { Loaded } from '../page/loaded.js';
import { useAct } from '../page/use-act.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly onClose: () => void;
  /** Leads to the node and the field of an error; without it errors are only said. */
  readonly onFinding?: OnFinding;
  readonly onPublished?: (scenario: ScenarioDetailView) => void;
}

/** Asked for anew each time: it says who did what up to now. */
const usePreview = ({ id, draftRevision }: ScenarioDetailView) => {
  const api = useApi();
  const path = useInWorkspace();
  return useQuery({
    queryKey: ['publish-preview', id, draftRevision],
    queryFn: ({ signal }) => api.get<PublishPreviewView>(path(`/scenarios/${id}/publish-preview`), signal),
    staleTime: 0,
    gcTime: 0,
  });
};

const usePublish = ({ id }: ScenarioDetailView, { onClose, onPublished }: Pick<Props, 'onClose' | 'onPublished'>) => {
  const { compare } = useEditorTexts();
  const api = useApi();
  const path = useInWorkspace();
  return useAct({
    act: (order: { draftRevision: number; name?: string; comment?: string }) =>
      api.send<ScenarioDetailView>('POST', path(`/scenarios/${id}/publish`), order),
    said: () => compare.publish.done,
    isFaultShown: true,
    onDone: (published) => {
      onPublished?.(published);
      onClose();
    },
  });
};

const given = (name: string, comment: string) => ({
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
});

/** Says what publishing changes, whom it concerns and what stands in its way; publishes the draft that it has told of. */
export const PublishDialog = ({ scenario, onClose, onFinding, onPublished }: Props) => {
  const { publish } = useEditorTexts().compare;
  const [name, setName] = useState('');
  const [comment, setComment] = useState('');
  const preview = usePreview(scenario);
  const publishing = usePublish(scenario, { onClose, ...(onPublished === undefined ? {} : { onPublished }) });
  const { data } = preview;
  return (
    <AskDialog
      title={publish.title(scenario.name)}
      consequence={publish.consequence}
      button={publish.button(data?.nextNumber ?? (scenario.published?.number ?? 0) + 1)}
      isBlocked={data?.canPublish !== true}
      isBusy={publishing.isPending}
      error={publishing.error}
      size="lg"
      onAct={() => {
        if (data !== undefined) publishing.mutate({ draftRevision: data.draftRevision, ...given(name, comment) });
      }}
      onClose={onClose}
    >
      <Loaded answer={preview}>
        {(told) => (
          <>
            <WhatChanges preview={told} />
            <Findings findings={told.findings} drawing={scenario.draft} onFinding={onFinding} />
            <SampleMisfitList scenario={scenario} />
            <RunsByVersion runs={told.runs} />
            <Authors authors={told.authors} />
          </>
        )}
      </Loaded>
      <TextInput
        label={publish.name}
        description={publish.nameHint}
        maxLength={120}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Textarea
        label={publish.comment}
        autosize
        minRows={2}
        maxLength={2000}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </AskDialog>
  );
};
