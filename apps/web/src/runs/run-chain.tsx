import type { ChainRunView, RunDetailView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Moment } from '../format/moment.js';
import { RunState } from '../states/states.js';

const Row = ({ one, isThis }: { readonly one: ChainRunView; readonly isThis: boolean }) => {
  const { reruns } = useTexts();
  const { id: ws } = useWorkspace();
  const { from, isSentAgain } = one;
  const words = isSentAgain ? reruns.sentAgain : reruns.repeats;
  const what = from === undefined ? reruns.first : words(from.nodeName);
  return (
    <li aria-current={isThis ? 'true' : undefined}>
      <Moment at={one.startedAt} />
      {isThis ? (
        <strong>{what}</strong>
      ) : (
        <Link to="/w/$ws/runs/$id" params={{ ws, id: one.runId }}>
          {what}
        </Link>
      )}
      <RunState status={one.status} />
    </li>
  );
};

/** The runs that repeat one another, oldest first. */
export const RunChain = ({ run }: { readonly run: RunDetailView }) => {
  const { reruns } = useTexts();
  if (run.chain === undefined) return null;
  return (
    <section className="run-chain" aria-label={reruns.chain}>
      <h2 className="section-title">{reruns.chain}</h2>
      <ol>
        {run.chain.map((one) => (
          <Row key={one.runId} one={one} isThis={one.runId === run.id} />
        ))}
      </ol>
    </section>
  );
};
