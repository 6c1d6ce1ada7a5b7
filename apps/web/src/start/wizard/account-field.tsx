import { Button, Select } from '@mantine/core';
import type { ConnectionView } from '@potok/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { ConnectionDialog } from '../../connections/connection-dialog.js';
import { useConnectionsOf } from '../../connections/use-connections.js';
import type { Need } from '../templates.js';

interface Props {
  readonly slot: Need['slot'];
  readonly value: string;
  readonly onChange: (connectionId: string) => void;
}

/** One place for an account: chosen from those that fit, or made here. */
export const AccountField = ({ slot, value, onChange }: Props) => {
  const { start, scenarios, connections: words } = useEditorTexts();
  const known = useConnectionsOf(slot);
  const [isAdding, setIsAdding] = useState(false);
  const [made, setMade] = useState<ConnectionView>();
  const all = made === undefined || known.some(({ id }) => id === made.id) ? known : [...known, made];
  const isThere = all.some(({ id }) => id === value);
  const gateway = words.gateways[slot.gateway] ?? slot.gateway;
  return (
    <div className="account-field">
      <Select
        label={slot.title}
        {...(gateway === slot.title ? {} : { description: gateway })}
        placeholder={all.length === 0 ? start.noAccount : scenarios.unbound}
        clearable
        disabled={all.length === 0}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={isThere ? value : null}
        onChange={(next) => onChange(next ?? '')}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        aria-label={start.newAccountFor(slot.title)}
        onClick={() => setIsAdding(true)}
      >
        {start.newAccount}
      </Button>
      {isAdding ? (
        <ConnectionDialog
          place={slot}
          onSaved={(saved) => {
            setMade(saved);
            onChange(saved.id);
          }}
          onClose={() => setIsAdding(false)}
        />
      ) : null}
    </div>
  );
};
