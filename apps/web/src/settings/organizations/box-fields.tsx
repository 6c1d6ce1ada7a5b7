import { ActionIcon, Button, Select, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useConnectionsOf } from '../../connections/use-connections.js';
import type { FieldsProps } from './organization-fields.js';
import type { BoxText } from './organization-form.js';
import { type BoxChoice, useBoxes } from './use-boxes.js';

interface BoxProps {
  readonly box: BoxText;
  readonly faultOf: (key: keyof BoxText) => string | undefined;
  readonly onChange: (box: BoxText) => void;
}

const BY_HAND = '';

interface ChooseProps {
  readonly choices: readonly BoxChoice[];
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChoose: (choice: BoxChoice | undefined) => void;
}

const ChooseBox = ({ choices, value, fault, onChoose }: ChooseProps) => {
  const { organization, box } = useSettingsTexts().settings;
  return (
    <Select
      label={box}
      required
      searchable
      placeholder={organization.chooseBox}
      data={[
        ...choices.map((one) => ({ value: one.value, label: one.label })),
        { value: BY_HAND, label: organization.writeBox },
      ]}
      value={choices.some((one) => one.value === value) ? value : null}
      onChange={(next) => next !== null && onChoose(choices.find((one) => one.value === next))}
      error={fault}
    />
  );
};

/** Chosen from what the operator shows, or written where it shows nothing. */
const BoxId = ({ box, faultOf, onChange }: BoxProps) => {
  const { settings } = useSettingsTexts();
  const { data: choices, isFetching, isError } = useBoxes(box.connectionId);
  const [isByHand, setIsByHand] = useState(false);
  const isOther = box.boxId !== '' && !choices.some(({ value }) => value === box.boxId);
  const choose = (choice: BoxChoice | undefined) => {
    setIsByHand(choice === undefined);
    const participant = choice?.fnsParticipantId === '' ? undefined : choice?.fnsParticipantId;
    onChange({ ...box, boxId: choice?.value ?? '', fnsParticipantId: participant ?? box.fnsParticipantId });
  };
  if (choices.length > 0 && !isByHand && !isOther)
    return <ChooseBox choices={choices} value={box.boxId} fault={faultOf('boxId')} onChoose={choose} />;
  const isAbsent = !isFetching && (isError || choices.length === 0) && box.connectionId !== '';
  return (
    <TextInput
      label={settings.box}
      required
      value={box.boxId}
      onChange={(event) => onChange({ ...box, boxId: event.currentTarget.value })}
      error={faultOf('boxId')}
      {...(isAbsent ? { description: settings.organization.boxesAbsent } : {})}
    />
  );
};

const Box = (props: BoxProps) => {
  const { settings } = useSettingsTexts();
  const { box, faultOf, onChange } = props;
  const operators = useConnectionsOf({ gateway: 'operator' });
  return (
    <>
      <Select
        label={settings.connection}
        required
        allowDeselect={false}
        data={operators.map(({ id, name }) => ({ value: id, label: name }))}
        value={operators.some(({ id }) => id === box.connectionId) ? box.connectionId : null}
        onChange={(next) => onChange({ ...box, connectionId: next ?? '' })}
        error={faultOf('connectionId')}
      />
      <BoxId {...props} />
      <TextInput
        label={settings.participant}
        description={settings.organization.participantHint}
        required
        value={box.fnsParticipantId}
        onChange={(event) => onChange({ ...box, fnsParticipantId: event.currentTarget.value })}
        error={faultOf('fnsParticipantId')}
      />
    </>
  );
};

const EMPTY: BoxText = { connectionId: '', boxId: '', fnsParticipantId: '' };

export const BoxFields = ({ form, faults, onChange }: FieldsProps) => {
  const { organization } = useSettingsTexts().settings;
  const operators = useConnectionsOf({ gateway: 'operator' });
  const { boxes } = form;
  const put = (next: readonly BoxText[]) => onChange({ ...form, boxes: next });
  if (operators.length === 0 && boxes.length === 0) return <p className="form-hint">{organization.noOperators}</p>;
  const [only] = operators;
  const fresh = operators.length === 1 && only !== undefined ? { ...EMPTY, connectionId: only.id } : EMPTY;
  return (
    <>
      <p className="form-hint">{organization.boxesHint}</p>
      {boxes.map((box, at) => (
        <fieldset key={at} className="box-fields">
          <Box
            box={box}
            faultOf={(key) => faults[`/boxes/${at}/${key}`]}
            onChange={(next) => put(boxes.map((one, place) => (place === at ? next : one)))}
          />
          <Tooltip label={organization.removeBox(box.boxId)}>
            <ActionIcon
              variant="subtle"
              color="gray"
              className="box-remove"
              aria-label={organization.removeBox(box.boxId)}
              onClick={() => put(boxes.filter((_one, place) => place !== at))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        </fieldset>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => put([...boxes, fresh])}>
          {organization.addBox}
        </Button>
      </div>
    </>
  );
};
