import { Button, Group, PasswordInput } from '@mantine/core';
import type { HookView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { CopyButton } from '../page/copy-button.js';
import { fact, Facts } from '../page/facts.js';
import { Loaded } from '../page/loaded.js';
import { useAct } from '../page/use-act.js';

const useHook = (scenarioId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'hook', scenarioId],
    queryFn: ({ signal }) => api.get<HookView>(path(`/scenarios/${scenarioId}/hook`), signal),
  });
};

const KeyForm = ({ scenarioId }: { readonly scenarioId: string }) => {
  const { hook } = useTexts().scenarios;
  const api = useApi();
  const path = useInWorkspace();
  const [secret, setSecret] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const saving = useAct({
    act: () => api.send<HookView>('PUT', path(`/scenarios/${scenarioId}/hook/key`), { secret }),
    said: () => hook.keySaved,
    onDone: () => setSecret(''),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsMissing(secret === '');
    if (secret !== '') saving.mutate(undefined);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group gap={8} align="flex-end" mt={12}>
        <PasswordInput
          label={hook.newKey}
          autoComplete="new-password"
          flex={1}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={isMissing && secret === '' ? hook.keyMissing : undefined}
        />
        <Button type="submit" variant="default" loading={saving.isPending}>
          {hook.saveKey}
        </Button>
      </Group>
    </form>
  );
};

/** The address for the system that is to call, and the key of its proof, which is written and never shown. */
export const HookCard = ({ scenarioId }: { readonly scenarioId: string }) => {
  const { hook, copyUrl } = useTexts().scenarios;
  return (
    <section className="card">
      <h2 className="section-title">{hook.title}</h2>
      <Loaded answer={useHook(scenarioId)} rows={3}>
        {({ url, proof, sameAs, hasKey }) => (
          <>
            <Facts
              rows={[
                fact(
                  hook.address,
                  <span className="webhook">
                    <code className="mono">{url}</code>
                    <CopyButton value={url} label={copyUrl} />
                  </span>,
                ),
                fact(hook.proof, hook.proofs[proof.kind]),
                fact(hook.header, 'header' in proof ? <code className="mono">{proof.header}</code> : undefined),
                fact(hook.repeat, sameAs === undefined ? undefined : <code className="mono">{sameAs}</code>),
                fact(hook.key, proof.kind === 'none' ? undefined : hasKey ? hook.hasKey : hook.noKey),
              ]}
            />
            {proof.kind === 'none' ? null : <KeyForm scenarioId={scenarioId} />}
          </>
        )}
      </Loaded>
    </section>
  );
};
