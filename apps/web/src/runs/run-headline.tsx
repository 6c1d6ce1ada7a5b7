import type { RunView } from '@potok/contracts';
import { RunFault } from './run-fault.js';
import { useStanding } from './use-standing.js';

/** What is waited for, or why it stopped and what to do. */
export const RunHeadline = ({ run }: { readonly run: RunView }) => {
  const standing = useStanding(run);
  if (run.fault === undefined) return <p className="run-standing">{standing}</p>;
  return <RunFault title={standing} fault={run.fault.fault} detail={run.fault.detail} />;
};
