import { Checkbox, Select, Textarea } from '@mantine/core';
import type { RunDetailView, StepView } from '@potok/contracts';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { AskDialog } from '../page/ask-dialog.js';
import { Loaded } from '../page/loaded.js';
import { likelyPlace, placeKey, repeatPlaces } from './repeat-places.js';
import { refusalOf, RerunPlan } from './rerun-plan.js';
import { subjectOf } from './subject.js';
import { useRepeat, useRerunPlan, type Place, type RepeatKind, type RepeatOrder } from './use-rerun.js';

export interface RerunDialogProps {
  readonly run: RunDetailView;
  readonly kind: RepeatKind;
  /** The step from which the dialog was opened. */
  readonly step?: StepView | undefined;
  readonly onClose: () => void;
}

interface Typed {
  readonly reason: string;
  readonly isOnPublished: boolean;
}

interface ExtrasProps {
  readonly kind: RepeatKind;
  readonly typed: Typed;
  readonly isMissing: boolean;
  readonly onType: (next: Partial<Typed>) => void;
}

/** A repeat may take the newer version; sending again leaves a reason. */
const Extras = ({ kind, typed, isMissing, onType }: ExtrasProps) => {
  const { reruns } = useTexts();
  if (kind === 'rerun')
    return (
      <Checkbox
        label={reruns.published}
        description={reruns.publishedHint}
        checked={typed.isOnPublished}
        onChange={(event) => onType({ isOnPublished: event.currentTarget.checked })}
      />
    );
  return (
    <Textarea
      label={reruns.reason}
      description={reruns.reasonHint}
      required
      autosize
      minRows={2}
      maxLength={1000}
      value={typed.reason}
      onChange={(event) => onType({ reason: event.currentTarget.value })}
      error={isMissing ? reruns.reasonMissing : undefined}
    />
  );
};

const SHORTEST_REASON = 3;
const hasReason = ({ reason }: Typed): boolean => reason.trim().length >= SHORTEST_REASON;

const orderOf = (kind: RepeatKind, from: Place, typed: Typed): RepeatOrder | undefined => {
  if (kind === 'again') return hasReason(typed) ? { from, reason: typed.reason.trim() } : undefined;
  return { from, ...(typed.isOnPublished ? { version: 'published' as const } : {}) };
};

const Asking = ({ run, kind, step, onClose, first }: RerunDialogProps & { readonly first: Place }) => {
  const texts = useTexts();
  const words = texts.reruns.dialogs[kind];
  const places = repeatPlaces(run, step);
  const [key, setKey] = useState(placeKey(first));
  const [typed, setTyped] = useState<Typed>({ reason: '', isOnPublished: false });
  const [wasTried, setWasTried] = useState(false);
  const { node, visit } = places.find((place) => placeKey(place) === key) ?? first;
  const answer = useRerunPlan(run.id, { node, visit });
  const repeating = useRepeat(run.id, kind);
  const isRefused = answer.data === undefined || refusalOf(answer.data, kind) !== undefined;
  const act = () => {
    setWasTried(true);
    const order = isRefused ? undefined : orderOf(kind, { node, visit }, typed);
    if (order !== undefined) repeating.mutate(order);
  };
  return (
    <AskDialog
      title={words.title(subjectOf(run, texts).join(' · '))}
      consequence={words.consequence}
      button={words.button}
      isDangerous={kind === 'again'}
      isBusy={repeating.isPending}
      error={repeating.error}
      onAct={act}
      onClose={onClose}
      size="lg"
    >
      <Select
        label={texts.reruns.from}
        allowDeselect={false}
        searchable
        data={places.map((place) => ({
          value: placeKey(place),
          label: place.visit === '0' ? place.name : `${place.name} · ${texts.runs.visit(place.visit)}`,
        }))}
        value={key}
        onChange={(next) => setKey(next ?? key)}
      />
      <Loaded answer={answer} rows={3}>
        {(plan) => <RerunPlan plan={plan} kind={kind} />}
      </Loaded>
      <Extras
        kind={kind}
        typed={typed}
        isMissing={wasTried && !hasReason(typed)}
        onType={(next) => setTyped((now) => ({ ...now, ...next }))}
      />
    </AskDialog>
  );
};

/** Says what a repeat will do before it is ordered. Nothing is asked of a run that came nowhere. */
export const RerunDialog = (props: RerunDialogProps) => {
  const first = likelyPlace(props.run, props.kind, props.step);
  return first === undefined ? null : <Asking {...props} first={first} />;
};
