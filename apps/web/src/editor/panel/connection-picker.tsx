import { Button, Group, Select, Text } from '@mantine/core';
import type { AnyManifest, ConnectionView, ScenarioNode, Slot } from '@potok/contracts';
import { IconCircleCheck, IconCircleX, IconPlug } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useAsk } from '../../connections/connection-card.js';
import { ConnectionDialog } from '../../connections/connection-dialog.js';
import { useConnectionsOf } from '../../connections/use-connections.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';

const Standing = ({ connection }: { readonly connection: ConnectionView }) => {
  const { account } = useEditorTexts().editor.panel;
  const checking = useAsk(connection, 'check');
  const isWorking = connection.status === 'works';
  const Sign = isWorking ? IconCircleCheck : connection.status === 'fails' ? IconCircleX : IconPlug;
  return (
    <Group gap={8} wrap="nowrap" className="account-standing">
      <span className={`state-${isWorking ? 'green' : connection.status === 'fails' ? 'red' : 'slate'}`}>
        <Sign size={14} aria-hidden /> {account.status[connection.status]}
      </span>
      {connection.fault === undefined ? null : (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {connection.fault.detail}
        </Text>
      )}
      <Button
        size="compact-xs"
        variant="default"
        loading={checking.isPending}
        onClick={() => checking.mutate(undefined)}
      >
        {account.check}
      </Button>
    </Group>
  );
};

interface AccountProps {
  readonly slot: Slot;
  readonly isReadOnly: boolean;
}

/** Which account of this client fills a slot; a missing one is made in place. */
export const SlotAccount = ({ slot, isReadOnly }: AccountProps) => {
  const { account } = useEditorTexts().editor.panel;
  const store = useEditorApi();
  const connections = useConnectionsOf(slot);
  const bound = useEditor(({ history }) => history.document.binding.slots[slot.id]);
  const [isAdding, setIsAdding] = useState(false);
  const chosen = connections.find(({ id }) => id === bound);
  return (
    <>
      <Group gap={8} align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          label={account.of(slot.title)}
          placeholder={connections.length === 0 ? account.none : account.choose}
          readOnly={isReadOnly}
          clearable
          data={connections.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen?.id ?? null}
          onChange={(next) => store.getState().act({ kind: 'bind', slot: slot.id, connection: next ?? undefined })}
        />
        <Button variant="default" onClick={() => setIsAdding(true)}>
          {account.add}
        </Button>
      </Group>
      {chosen === undefined ? null : <Standing connection={chosen} />}
      {isAdding ? <ConnectionDialog onClose={() => setIsAdding(false)} /> : null}
    </>
  );
};

interface Props {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly isReadOnly: boolean;
}

/** The slot that a step speaks through, and its account. */
export const ConnectionPicker = ({ node, manifest, isReadOnly }: Props) => {
  const { account } = useEditorTexts().editor.panel;
  const store = useEditorApi();
  const slots = useEditor(({ history }) => history.document.scenario.slots);
  const fitting = slots.filter(({ gateway }) => gateway === manifest.gateway);
  const slot = fitting.find(({ id }) => id === node.slot);
  if (manifest.gateway === undefined) return null;
  const { graph } = store.getState();
  return (
    <div className="panel-account">
      {fitting.length < 2 && slot !== undefined ? null : (
        <Select
          label={account.slot}
          allowDeselect={false}
          readOnly={isReadOnly}
          data={fitting.map(({ id, title }) => ({ value: id, label: title }))}
          value={slot?.id ?? null}
          onChange={(next) => {
            if (next !== null) store.getState().act({ kind: 'edit-node', graph, node: node.id, patch: { slot: next } });
          }}
        />
      )}
      {slot === undefined ? null : <SlotAccount slot={slot} isReadOnly={isReadOnly} />}
    </div>
  );
};
