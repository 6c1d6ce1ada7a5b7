import type { RunView } from '@potok/contracts';
import { useStanding } from './use-standing.js';

/** The sentence in a register: cut to the cell, whole in the tooltip. */
export const Standing = ({ run }: { readonly run: RunView }) => {
  const sentence = useStanding(run);
  const words = run.fault?.detail ?? sentence;
  return (
    <span className={run.fault === undefined ? 'dim' : ''} title={words}>
      {words}
    </span>
  );
};
