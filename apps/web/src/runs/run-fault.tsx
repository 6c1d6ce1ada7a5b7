import type { Fault } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { FaultText } from '../page/fault-box.js';

interface Props {
  readonly fault: Fault;
  readonly detail: string;
  readonly title?: string;
}

/** Why a run or its step stopped; leads to the called run when the trouble lies there. */
export const RunFault = ({ fault, detail, title }: Props) => {
  const { runs } = useTexts();
  const { id: ws } = useWorkspace();
  const { runId } = fault.facts;
  return (
    <FaultText
      {...(title === undefined ? {} : { title })}
      fault={{
        code: fault.code,
        sentence: detail,
        ...(fault.technical === undefined ? {} : { technical: fault.technical }),
      }}
    >
      {fault.code.startsWith('CALLED_') && typeof runId === 'string' ? (
        <Link to="/w/$ws/runs/$id" params={{ ws, id: runId }} className="link">
          {runs.openCalled}
        </Link>
      ) : null}
    </FaultText>
  );
};
