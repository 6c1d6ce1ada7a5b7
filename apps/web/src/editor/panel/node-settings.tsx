import { Checkbox, NumberInput, Select, Stack, Textarea } from '@mantine/core';
import type { AnyManifest, ScenarioNode } from '@potok/contracts';
import { DEFAULT_RETRY, DEFAULT_TIMEOUT_SEC } from '@potok/scenario';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { Commands } from '../document/command.js';

type Patch = Commands['edit-node']['patch'];

interface Props {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly isReadOnly: boolean;
  readonly onEdit: (patch: Patch, field: string) => void;
}

const ON_FAULT = ['park', 'undo', 'port', 'continue'] as const;

const isOnFault = (value: string | null): value is (typeof ON_FAULT)[number] =>
  (ON_FAULT as readonly (string | null)[]).includes(value);

const Retry = ({ node, isReadOnly, onEdit }: Props) => {
  const { settings } = useEditorTexts().editor.panel;
  const retry = node.retry ?? DEFAULT_RETRY;
  const fields = [
    ['maxAttempts', settings.maxAttempts, 0, 1_000_000],
    ['firstDelaySec', settings.firstDelay, 0.1, 86_400],
    ['factor', settings.factor, 1, 10],
    ['maxDelaySec', settings.maxDelay, 1, 86_400],
  ] as const;
  return (
    <fieldset className="panel-set">
      <legend>{settings.retry}</legend>
      <div className="panel-pair">
        {fields.map(([key, label, min, max]) => (
          <NumberInput
            key={key}
            label={label}
            min={min}
            max={max}
            clampBehavior="strict"
            readOnly={isReadOnly}
            value={retry[key]}
            onChange={(value) => {
              if (typeof value === 'number') onEdit({ retry: { ...retry, [key]: value } }, 'retry');
            }}
          />
        ))}
      </div>
      <p className="dim small">{settings.retryHint}</p>
    </fieldset>
  );
};

const isStep = ({ kind }: AnyManifest): boolean => kind === 'node' || kind === 'wait';
const isLegal = (manifest: AnyManifest): boolean => manifest.kind === 'node' && manifest.effect === 'legal';

/** How a step is carried out: tries, time, what happens to a fault, a note, whether it is passed over. */
export const NodeSettings = (props: Props) => {
  const { node, manifest, isReadOnly, onEdit } = props;
  const { settings } = useEditorTexts().editor.panel;
  return (
    <Stack gap={14}>
      {manifest.kind === 'trigger' ? null : (
        <>
          <Checkbox
            label={settings.skip}
            description={settings.skipHint}
            disabled={isReadOnly}
            checked={node.isSkipped === true}
            onChange={(event) => onEdit({ isSkipped: event.currentTarget.checked ? true : undefined }, 'skip')}
          />
          <Select
            label={settings.onFault}
            allowDeselect={false}
            readOnly={isReadOnly}
            data={ON_FAULT.map((value) => ({ value, label: settings.onFaults[value] }))}
            value={node.onFault ?? 'park'}
            onChange={(value) =>
              isOnFault(value) && onEdit({ onFault: value === 'park' ? undefined : value }, 'onFault')
            }
          />
        </>
      )}
      {isLegal(manifest) ? (
        <Textarea
          label={settings.legalReason}
          description={settings.legalHint}
          autosize
          minRows={2}
          maxLength={500}
          readOnly={isReadOnly}
          value={node.legalReason ?? ''}
          onChange={(event) => onEdit({ legalReason: event.currentTarget.value || undefined }, 'legalReason')}
        />
      ) : null}
      {isStep(manifest) ? (
        <>
          <NumberInput
            label={settings.timeout}
            min={1}
            max={3600}
            suffix={settings.seconds}
            readOnly={isReadOnly}
            value={node.timeoutSec ?? DEFAULT_TIMEOUT_SEC}
            onChange={(value) => onEdit({ timeoutSec: typeof value === 'number' ? value : undefined }, 'timeout')}
          />
          <Retry {...props} />
        </>
      ) : null}
      <Textarea
        label={settings.note}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        readOnly={isReadOnly}
        value={node.note ?? ''}
        onChange={(event) => onEdit({ note: event.currentTarget.value || undefined }, 'note')}
      />
    </Stack>
  );
};
