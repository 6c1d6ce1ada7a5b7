import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import type { ConnectionManifest, ConnectionView } from '@potok/contracts';
import { type SubmitEvent, useState } from 'react';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { SchemaForm } from '../forms/schema-form.js';
import { FaultBox } from '../page/fault-box.js';
import { type ConnectionForm, formFields, freshForm, readConnection } from './connection-form.js';
import { useSaveConnection } from './use-save-connection.js';
import { useSystems } from './systems.js';
import { Dialog } from '../page/dialog.js';

interface Props {
  readonly connection?: ConnectionView;
  /** For a new one: only systems that can stand where this gateway is asked for, of this system where it is named. */
  readonly place?: { readonly gateway: string; readonly system?: string };
  readonly onSaved?: (connection: ConnectionView) => void;
  readonly onClose: () => void;
}

const fits = ({ id, implements: gateways }: ConnectionManifest, place: Props['place']): boolean =>
  place === undefined ||
  ((gateways as readonly string[]).includes(place.gateway) && (place.system === undefined || place.system === id));

interface FieldsProps {
  readonly system: ConnectionManifest | undefined;
  readonly form: ConnectionForm;
  readonly faults: Readonly<Record<string, string>>;
  readonly connectionId: string | undefined;
  readonly onChange: (form: ConnectionForm) => void;
}

const Fields = ({ system, form, faults, connectionId, onChange }: FieldsProps) => {
  const { connections } = useTexts();
  if (system === undefined) return null;
  const isNew = connectionId === undefined;
  const { settings, secrets } = formFields(system, isNew);
  return (
    <>
      <h3 className="section-title first">{connections.settings}</h3>
      <SchemaForm
        fields={settings}
        text={form.settings}
        faults={faults}
        connectionOf={() => connectionId ?? ''}
        onChange={(text) => onChange({ ...form, settings: text })}
      />
      <h3 className="section-title first">{connections.secrets}</h3>
      {isNew ? null : <p className="dim small">{connections.secretsKept}</p>}
      <SchemaForm
        fields={secrets}
        text={form.secrets}
        faults={faults}
        onChange={(text) => onChange({ ...form, secrets: text })}
      />
    </>
  );
};

/** There is nothing to choose where one system alone fits. */
const withOnlySystem = (form: ConnectionForm, systems: readonly ConnectionManifest[]): ConnectionForm =>
  form.system === '' && systems.length === 1 ? { ...form, system: systems[0]?.id ?? '' } : form;

/** Forms are drawn from the connector's own schemas. What is secret is written, never shown. */
export const ConnectionDialog = ({ connection, place, onSaved, onClose }: Props) => {
  const { texts, language } = useSpeech();
  const { connections, page } = texts;
  const systems = useSystems().filter((one) => connection !== undefined || fits(one, place));
  const [typed, setForm] = useState(() => freshForm(connection));
  const form = withOnlySystem(typed, place === undefined ? [] : systems);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const system = systems.find(({ id }) => id === form.system);
  const isNew = connection === undefined;
  const saving = useSaveConnection(connection?.id, (saved) => {
    onSaved?.(saved);
    onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = readConnection(form, system, { isNew, texts });
    setFaults(read.faults);
    if (read.order !== undefined) saving.mutate(read.order);
  };
  return (
    <Dialog onClose={onClose} title={isNew ? connections.addTitle : connections.editTitle(connection.name)} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap={12}>
          <Select
            label={connections.system}
            placeholder={connections.chooseSystem}
            disabled={!isNew}
            data={systems.map(({ id, title }) => ({ value: id, label: title[language] }))}
            value={form.system === '' ? null : form.system}
            onChange={(next) => setForm({ ...form, system: next ?? '' })}
            error={faults.system}
          />
          <TextInput
            label={connections.name}
            description={connections.nameHint}
            required
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
            error={faults.name}
          />
          <Checkbox
            label={connections.isTest}
            description={connections.isTestHint}
            checked={form.isTest}
            onChange={(event) => setForm({ ...form, isTest: event.currentTarget.checked })}
          />
          <Fields system={system} form={form} faults={faults} connectionId={connection?.id} onChange={setForm} />
          {saving.error === null ? null : <FaultBox error={saving.error} title={page.actFaultTitle} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {page.cancel}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {isNew ? connections.create : page.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
