import type { WaitView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { waitLook } from '../states/looks.js';
import { useWaitWords } from './wait-words.js';

const useTarget = ({ runId, node }: WaitView) => ({
  to: '/w/$ws/runs/$id' as const,
  params: { ws: useWorkspace().id, id: runId },
  search: { node },
});

/** A wait in a cell of the calendar: what it is about, what is waited for; the whole sentence in the tooltip. */
export const WaitChip = ({ wait }: { readonly wait: WaitView }) => {
  const { what, about, since, until, isLate } = useWaitWords(wait);
  const { hue, icon: Sign } = waitLook(wait.kind);
  return (
    <Link
      {...useTarget(wait)}
      className={isLate ? 'wait-chip is-late' : 'wait-chip'}
      title={[what, about, since, until, wait.nodeName].filter(Boolean).join(' · ')}
    >
      <Sign size={14} stroke={2} className={`state-${hue}`} aria-hidden />
      <span className="wait-chip-words">
        <span>{about}</span>
        <small>{[what, since].join(' · ')}</small>
      </span>
    </Link>
  );
};

/** A wait as a row: «ждёт подписи покупателя · УПД № 214 · ООО «Ромашка» · 3 д 4 ч», until when, of which scenario. */
export const WaitRow = ({ wait }: { readonly wait: WaitView }) => {
  const { waits } = useTexts();
  const { what, about, since, until, isLate } = useWaitWords(wait);
  const { hue, icon: Sign } = waitLook(wait.kind);
  return (
    <Link {...useTarget(wait)} className="wait-row">
      <Sign size={16} stroke={2} className={`state-${hue}`} aria-hidden />
      <span className="wait-row-words">
        <span>
          <strong>{what}</strong>
          {` · ${about} · `}
          <span className="num">{since}</span>
        </span>
        <small className="dim">
          {[wait.scenarioName, `«${wait.nodeName}»`, wait.isAhead === true ? waits.isAhead : undefined]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <span className={isLate ? 'wait-until is-late num' : 'wait-until num'}>{until ?? waits.noDeadline}</span>
    </Link>
  );
};
