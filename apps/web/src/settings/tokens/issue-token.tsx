import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import type { ApiTokenView } from '@potok/contracts';
import { type SubmitEvent, useState } from 'react';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { fieldFaultsOf } from '../../page/field-faults.js';
import { FormFault } from '../../page/form-fault.js';
import { useAct } from '../../page/use-act.js';
import { TokenSecret } from './token-secret.js';
import { Dialog } from '../../page/dialog.js';

const SCOPES = ['read', 'write', 'start'] as const;

interface Order {
  readonly name: string;
  readonly scopes: readonly string[];
}

const useIssue = () => {
  const api = useApi();
  const path = useInWorkspace();
  return useAct({
    act: (order: Order) => api.send<ApiTokenView>('POST', path('/api-tokens'), order),
    isFaultShown: true,
  });
};

interface FieldsProps {
  readonly order: Order;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (order: Order) => void;
}

const Fields = ({ order, faults, onChange }: FieldsProps) => {
  const { settings } = useSettingsTexts();
  const { token: words } = settings;
  return (
    <>
      <TextInput
        label={settings.name}
        description={words.nameHint}
        required
        value={order.name}
        onChange={(event) => onChange({ ...order, name: event.currentTarget.value })}
        error={faults['/name']}
      />
      <Checkbox.Group
        label={words.scopes}
        required
        value={[...order.scopes]}
        onChange={(scopes) => onChange({ ...order, scopes: SCOPES.filter((one) => scopes.includes(one)) })}
        error={faults['/scopes']}
      >
        <Stack gap={8} mt={4}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={words.scopeWords[scope]} description={words.scopeHints[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
};

const IssueForm = ({
  issuing,
  onClose,
}: {
  readonly issuing: ReturnType<typeof useIssue>;
  readonly onClose: () => void;
}) => {
  const { settings, page, forms } = useSettingsTexts();
  const { token: words } = settings;
  const [order, setOrder] = useState<Order>({ name: '', scopes: ['read'] });
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = {
      ...(order.name.trim() === '' ? { '/name': forms.required(settings.name) } : {}),
      ...(order.scopes.length === 0 ? { '/scopes': words.scopesMissing } : {}),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) issuing.mutate({ ...order, name: order.name.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={12}>
        <Fields order={order} faults={{ ...fieldFaultsOf(issuing.error), ...missing }} onChange={setOrder} />
        <FormFault error={issuing.error} hasField={(pointer) => pointer === '/name' || pointer === '/scopes'} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {page.cancel}
          </Button>
          <Button type="submit" loading={issuing.isPending}>
            {words.addButton}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** The secret stands in the answer that made it and nowhere else: a slip beside the dialog must not lose it. */
export const IssueToken = ({ onClose }: { readonly onClose: () => void }) => {
  const { token: words } = useSettingsTexts().settings;
  const issuing = useIssue();
  const made = issuing.data;
  return (
    <Dialog
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={made === undefined}
      withCloseButton={made === undefined}
      title={made === undefined ? words.addTitle : words.madeTitle(made.name)}
      size="md"
    >
      {made === undefined ? (
        <IssueForm issuing={issuing} onClose={onClose} />
      ) : (
        <TokenSecret secret={made.secret ?? ''} onClose={onClose} />
      )}
    </Dialog>
  );
};
