import { Button, TextInput } from '@mantine/core';
import type { SessionView, WorkspaceView } from '@potok/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { sessionQuery } from '../app/session.js';
import { useSettingsTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useWorkspace } from '../app/use-workspace.js';
import { fact, Facts } from '../page/facts.js';
import { fieldFaultsOf } from '../page/field-faults.js';
import { FormFault } from '../page/form-fault.js';
import { useAct } from '../page/use-act.js';

const renamed = (session: SessionView, { id, name }: WorkspaceView): SessionView => ({
  ...session,
  workspaces: session.workspaces.map((one) => (one.id === id ? { ...one, name } : one)),
});

/** The name stands in the session, which the whole frame reads. */
const useRename = () => {
  const api = useApi();
  const client = useQueryClient();
  const router = useRouter();
  const { id } = useWorkspace();
  const { space } = useSettingsTexts().settings;
  return useAct({
    act: (name: string) => api.send<WorkspaceView>('PATCH', `/workspaces/${id}`, { name }),
    said: () => space.saved,
    isFaultShown: true,
    onDone: (workspace) => {
      client.setQueryData(sessionQuery(api).queryKey, (session) =>
        session === undefined ? session : renamed(session, workspace),
      );
      void router.invalidate();
    },
  });
};

export const Workspace = () => {
  const { settings, page, forms } = useSettingsTexts();
  const { name: present, id, timeZone } = useWorkspace();
  const [name, setName] = useState(present);
  const [isMissing, setIsMissing] = useState(false);
  const renaming = useRename();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === '');
    if (name.trim() !== '') renaming.mutate(name.trim());
  };
  const fault = isMissing ? forms.required(settings.name) : fieldFaultsOf(renaming.error)['/name'];
  return (
    <section className="card space">
      <form onSubmit={submit} noValidate>
        <TextInput
          label={settings.name}
          description={settings.space.nameHint}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault}
        />
        <FormFault error={renaming.error} hasField={(pointer) => pointer === '/name'} />
        <Button type="submit" loading={renaming.isPending} disabled={name.trim() === present}>
          {page.save}
        </Button>
      </form>
      <Facts
        rows={[
          fact(settings.timeZone, settings.timeZones[timeZone] ?? timeZone),
          fact(settings.space.id, <code className="mono">{id}</code>),
        ]}
      />
    </section>
  );
};
