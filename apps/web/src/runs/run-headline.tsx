import type { RunView } from '@potok/contracts';
import { FaultText } from '../page/fault-box.js';
import { useStanding } from './use-standing.js';

/** What is waited for, or why it stopped and what to do. */
export const RunHeadline = ({ run }: { readonly run: RunView }) => {
  const standing = useStanding(run);
  if (run.fault === undefined) return <p className="run-standing">{standing}</p>;
  const { fault, detail } = run.fault;
  return (
    <FaultText
      title={standing}
      fault={{
        code: fault.code,
        sentence: detail,
        ...(fault.technical === undefined ? {} : { technical: fault.technical }),
      }}
    />
  );
};
