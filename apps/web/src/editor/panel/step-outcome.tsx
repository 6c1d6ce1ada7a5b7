import { Button } from '@mantine/core';
import type { AnyManifest, ScenarioNode } from '@potok/contracts';
import { IconPin, IconPinnedOff, IconPlayerPlay } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useCoach, useCoachAnchor } from '../../coach/use-coach.js';
import { FaultBox } from '../../page/fault-box.js';
import { StepResult } from '../../trying/step-result.js';
import { isPinnable } from '../../trying/way-choices.js';
import { WaySelect } from '../../trying/way-select.js';
import { DataView } from '../../values/data-view.js';
import { useTryingHere } from '../trying/trying-context.js';

interface Props {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
}

const PinButton = ({ node }: { readonly node: string }) => {
  const { panel } = useEditorTexts().editor;
  const { pinned, setPinned, resultOf, sample } = useTryingHere();
  const isPinned = pinned.includes(node);
  const hasData = resultOf(node)?.output !== undefined || sample?.data.steps[node] !== undefined;
  const Sign = isPinned ? IconPinnedOff : IconPin;
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={!isPinned && !hasData}
      leftSection={<Sign size={14} />}
      onClick={() => setPinned(isPinned ? pinned.filter((one) => one !== node) : [...pinned, node])}
    >
      {isPinned ? panel.unpin : panel.pin}
    </Button>
  );
};

/** A decision has no data to pin: it is told which branch the try takes. */
const Branch = ({ node }: { readonly node: string }) => {
  const { trying } = useEditorTexts();
  const { choices, ports, setPorts } = useTryingHere();
  const choice = choices.find((one) => one.node === node && one.isDecision);
  return choice === undefined ? null : (
    <WaySelect choice={choice} label={trying.takes} ports={ports} onChange={setPorts} />
  );
};

const Tries = ({ node, canBePinned }: { readonly node: string; readonly canBePinned: boolean }) => {
  const { trying } = useEditorTexts();
  const { tryIt, isBusy } = useTryingHere();
  const coach = useCoach();
  const go = (kind: 'only' | 'upTo') => {
    coach.did('step-tried');
    tryIt({ kind, node });
  };
  return (
    <div className="outcome-tries">
      <Button size="compact-sm" loading={isBusy} leftSection={<IconPlayerPlay size={14} />} onClick={() => go('upTo')}>
        {trying.upTo}
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => go('only')}>
        {trying.only}
      </Button>
      {canBePinned ? <PinButton node={node} /> : null}
    </div>
  );
};

/** The try went another way, or ended before it came here: where, and why. */
const NotReached = () => {
  const { trying } = useEditorTexts();
  const { tried, nameOf } = useTryingHere();
  if (tried === undefined) return null;
  const { ended, at, steps } = tried.view;
  const fault = steps.at(-1)?.fault;
  return (
    <div className={`try-ended try-${ended}`} role="status">
      {trying.ends[ended](at === undefined ? '' : nameOf(at))} {fault?.detail}
    </div>
  );
};

/** What the step gives: of the last try, of the sample, or by its schema where nothing ran yet. */
export const StepOutcome = ({ node, manifest }: Props) => {
  const { panel } = useEditorTexts().editor;
  const { resultOf, stale, nameOf, wayOf, current, error } = useTryingHere();
  const result = resultOf(node.id);
  const anchor = useCoachAnchor('try-step');
  const isTrigger = manifest.kind === 'trigger';
  const known = isTrigger ? current.trigger : current.steps[node.id];
  return (
    <section className="panel-outcome" aria-label={panel.outcome}>
      <div ref={isTrigger ? null : anchor}>
        <h3>{panel.outcome}</h3>
        {isTrigger ? null : <Tries node={node.id} canBePinned={isPinnable(manifest)} />}
      </div>
      <Branch node={node.id} />
      {error === null ? null : <FaultBox error={error} />}
      {result === undefined ? (
        <>
          <NotReached />
          <p className="dim small">{known === undefined ? panel.bySchema : panel.bySample}</p>
          <DataView value={known} schema={manifest.output} label={panel.outcome} />
        </>
      ) : (
        <StepResult step={result} stale={stale.get(node.id)} nameOf={nameOf} wayOf={wayOf} />
      )}
    </section>
  );
};
