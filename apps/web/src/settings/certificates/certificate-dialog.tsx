import { Button, Group, Select, Stack } from '@mantine/core';
import type { RequestView } from '@potok/contracts';
import { type SubmitEvent, useState } from 'react';
import { settle } from '../../app/settle.js';
import type { SettingsTexts } from '../../app/texts/catalogue.js';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { fieldFaultsOf } from '../../page/field-faults.js';
import { FormFault } from '../../page/form-fault.js';
import { useAct } from '../../page/use-act.js';
import { useOrganizations } from '../use-organizations.js';
import { FileDrop } from '../../page/file-drop.js';
import { readKeyFile } from './read-file.js';
import { Dialog } from '../../page/dialog.js';

interface Props {
  readonly organizationId?: string;
  readonly onClose: () => void;
}

const PROVIDERS = ['browser', 'dss', 'operator-cloud'] as const;

interface Chosen {
  readonly organizationId: string;
  readonly provider: string;
  readonly certificate?: File;
  readonly key?: File;
}

/** With a key of its own the worker signs, and where the key lies needs no choice. */
const orderOf = async ({ organizationId, provider, certificate, key }: Chosen) => ({
  organizationId,
  certificate: certificate === undefined ? '' : await readKeyFile(certificate),
  ...(key === undefined ? { provider } : { privateKey: await readKeyFile(key) }),
});

const FIELDS = new Set(['/organizationId', '/certificate', '/privateKey', '/provider']);

const missingIn = (
  { organizationId, certificate }: Chosen,
  { settings, forms }: SettingsTexts,
): Record<string, string> => ({
  ...(organizationId === '' ? { '/organizationId': forms.required(settings.organizationOf) } : {}),
  ...(certificate === undefined ? { '/certificate': settings.certificate.fileMissing } : {}),
});

/** Where there is but one there is nothing to choose. */
const useOnlyOrganization = (): string => {
  const [first, ...others] = useOrganizations();
  return first !== undefined && others.length === 0 ? first.id : '';
};

const useAdd = (onDone: () => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const { certificate } = useSettingsTexts().settings;
  return useAct({
    act: async (chosen: Chosen) =>
      settle(api, path, api.send<RequestView>('POST', path('/certificates'), await orderOf(chosen))),
    said: ({ status }) => (status === 'done' ? certificate.added : certificate.slow),
    isFaultShown: true,
    onDone,
  });
};

interface FieldsProps {
  readonly chosen: Chosen;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (chosen: Chosen) => void;
}

const Fields = ({ chosen, faults, onChange }: FieldsProps) => {
  const { settings } = useSettingsTexts();
  const { certificate: words } = settings;
  const organizations = useOrganizations();
  return (
    <>
      <Select
        label={settings.organizationOf}
        required
        allowDeselect={false}
        data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        value={organizations.some(({ id }) => id === chosen.organizationId) ? chosen.organizationId : null}
        onChange={(next) => onChange({ ...chosen, organizationId: next ?? '' })}
        error={faults['/organizationId']}
      />
      <FileDrop
        label={words.file}
        hint={words.fileHint}
        accept=".cer,.crt,.pem,.der"
        isRequired
        file={chosen.certificate}
        fault={faults['/certificate']}
        onFile={(certificate) => onChange({ ...chosen, certificate })}
      />
      <FileDrop
        label={words.key}
        hint={words.keyHint}
        accept=".pem,.key,.der,.p8"
        file={chosen.key}
        fault={faults['/privateKey']}
        onFile={(key) => onChange({ ...chosen, key })}
      />
      {chosen.key === undefined ? (
        <Select
          label={settings.provider}
          allowDeselect={false}
          data={PROVIDERS.map((name) => ({ value: name, label: settings.providers[name] ?? name }))}
          value={chosen.provider}
          onChange={(next) => onChange({ ...chosen, provider: next ?? chosen.provider })}
          error={faults['/provider']}
        />
      ) : null}
    </>
  );
};

/** A signer's certificate from a file; what it says is read by Potok, nothing is typed. */
export const CertificateDialog = ({ organizationId, onClose }: Props) => {
  const texts = useSettingsTexts();
  const { settings, page } = texts;
  const only = useOnlyOrganization();
  const [chosen, setChosen] = useState<Chosen>({ organizationId: organizationId ?? only, provider: PROVIDERS[0] });
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const adding = useAdd(onClose);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = missingIn(chosen, texts);
    setMissing(found);
    if (Object.keys(found).length === 0) adding.mutate(chosen);
  };
  return (
    <Dialog onClose={onClose} closeOnClickOutside={false} title={settings.certificate.addTitle} size="md">
      <form onSubmit={submit} noValidate>
        <Stack gap={12}>
          <Fields
            chosen={chosen}
            faults={{ ...fieldFaultsOf(adding.error), ...missing }}
            onChange={(next) => {
              setChosen(next);
              setMissing({});
            }}
          />
          <FormFault error={adding.error} hasField={(pointer) => FIELDS.has(pointer)} />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {page.cancel}
            </Button>
            <Button type="submit" loading={adding.isPending}>
              {settings.certificate.addButton}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
