import { Select, Stack, TextInput } from '@mantine/core';
import { cronWords } from '@potok/scenario';
import { useId } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { formatMoment } from '../../format/dates.js';
import { useValues } from '../values-context.js';
import type { LiteralProps } from './literal-props.js';
import { useFireTimes } from './use-fire-times.js';

/** What is asked for most; anything else is written out. */
const presets = {
  hourly: '0 * * * *',
  daily: '0 9 * * *',
  workdays: '0 9 * * 1-5',
  mondays: '0 9 * * 1',
  monthly: '0 9 1 * *',
} as const;
type Preset = keyof typeof presets;

const OWN = 'own';
const names = Object.keys(presets) as readonly Preset[];

interface ToldProps {
  readonly id: string;
  readonly cron: string;
}

const FIVE_FIELDS = /^([\d*,/-]+ ){4}[\d*,/-]+$/;

/** The line in words, and when it fires next by the clock of its zone: as the engine will count it. */
const Told = ({ id, cron }: ToldProps) => {
  const { texts, language } = useEditorSpeech();
  const { schedule } = texts.values;
  const { timeZone, now } = useValues();
  const times = useFireTimes({ cron, timeZone }, now);
  const words = cronWords(cron, language);
  if (cron === '') return null;
  if (words === undefined || times.kind === 'never')
    return (
      <p id={id} className="value-fault">
        {FIVE_FIELDS.test(cron) ? schedule.never : schedule.unreadable}
      </p>
    );
  const moments = times.kind === 'known' ? times.moments : [];
  return (
    <div id={id} className="cron-told">
      <p>{`${words.charAt(0).toUpperCase()}${words.slice(1)}.`}</p>
      {moments.length === 0 ? null : (
        <p className="dim">
          {schedule.next(moments.map((one) => formatMoment(one.toISOString(), { language, timeZone })).join(' · '))}{' '}
          {schedule.zone(timeZone)}
        </p>
      )}
    </div>
  );
};

/** When a schedule fires: a usual line by its name, or any line of five fields, told in words. */
export const CronLiteral = ({ title, value, onChange }: LiteralProps) => {
  const { schedule } = useEditorSpeech().texts.values;
  const id = useId();
  const text = typeof value === 'string' ? value : '';
  const preset = names.find((name) => presets[name] === text);
  const choose = (name: string | null): void => {
    const chosen = names.find((one) => one === name);
    if (chosen !== undefined) onChange(presets[chosen]);
  };
  return (
    <Stack gap={6}>
      <Select
        aria-label={`${title}: ${schedule.usual}`}
        placeholder={schedule.choose}
        allowDeselect={false}
        data={[
          ...names.map((name) => ({ value: name, label: schedule.presets[name] })),
          { value: OWN, label: schedule.own, disabled: true },
        ]}
        value={preset ?? (text === '' ? null : OWN)}
        onChange={choose}
      />
      <TextInput
        aria-label={title}
        aria-describedby={`${id}-told`}
        classNames={{ input: 'mono' }}
        placeholder="0 9 * * 1-5"
        spellCheck={false}
        maxLength={100}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
      />
      <div aria-live="polite">
        <Told id={`${id}-told`} cron={text} />
      </div>
    </Stack>
  );
};
