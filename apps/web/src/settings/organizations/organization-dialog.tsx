import { Button, Group, Stack } from '@mantine/core';
import type { OrganizationView } from '@potok/contracts';
import { type SubmitEvent, useState } from 'react';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { fieldFaultsOf } from '../../page/field-faults.js';
import { FormFault } from '../../page/form-fault.js';
import { useFirstFault } from '../../page/use-first-fault.js';
import { useAct } from '../../page/use-act.js';
import { BoxFields } from './box-fields.js';
import { AddressFields, BankFields, RequisiteFields } from './organization-fields.js';
import { freshOrganization, hasField, missingIn, organizationOrder } from './organization-form.js';
import { Dialog } from '../../page/dialog.js';

interface Props {
  readonly organization?: OrganizationView;
  readonly onClose: () => void;
}

const useSave = (id: string | undefined, onDone: () => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const { organization } = useSettingsTexts().settings;
  return useAct({
    act: (order: object) =>
      id === undefined
        ? api.send<OrganizationView>('POST', path('/organizations'), order)
        : api.send<OrganizationView>('PUT', path(`/organizations/${id}`), order),
    said: () => organization.saved,
    isFaultShown: true,
    onDone,
  });
};

/** A refusal leaves all that is typed where it is; a slip beside the dialog does not close it. */
export const OrganizationDialog = ({ organization, onClose }: Props) => {
  const texts = useSettingsTexts();
  const { settings, page } = texts;
  const [form, setForm] = useState(() => freshOrganization(organization));
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>();
  const saving = useSave(organization?.id, onClose);
  const formRef = useFirstFault(missing ?? saving.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = missingIn(form, texts);
    const isComplete = Object.keys(found).length === 0;
    setMissing(isComplete ? undefined : found);
    if (isComplete) saving.mutate(organizationOrder(form));
  };
  const fields = { form, faults: { ...fieldFaultsOf(saving.error), ...missing }, onChange: setForm };
  const isNew = organization === undefined;
  const title = isNew ? settings.organization.addTitle : settings.organization.editTitle(organization.name);
  return (
    <Dialog onClose={onClose} closeOnClickOutside={false} title={title} size="xl">
      <form ref={formRef} onSubmit={submit} noValidate>
        <Stack gap={12}>
          <RequisiteFields {...fields} />
          <AddressFields {...fields} />
          <h3 className="form-section">{settings.bank}</h3>
          <BankFields {...fields} />
          <h3 className="form-section">{settings.boxes}</h3>
          <BoxFields {...fields} />
          <FormFault error={saving.error} hasField={(pointer) => hasField(form, pointer)} />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {page.cancel}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {isNew ? settings.organization.create : page.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
