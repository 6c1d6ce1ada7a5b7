import { Button } from '@mantine/core';
import type { CheckView, Finding, ScenarioDetailView } from '@potok/contracts';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { FaultBox } from '../page/fault-box.js';
import { StateMark } from '../states/state-mark.js';
import { PublishDialog } from './publish-dialog.js';

interface ResultProps {
  readonly scenario: ScenarioDetailView;
  readonly findings: readonly Finding[];
}

const Result = ({ scenario, findings }: ResultProps) => {
  const { scenarios } = useTexts();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const nameOf = (id: string): string => scenario.draft.nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <div className="findings" role="status">
      <StateMark hue={errors === 0 ? 'green' : 'red'} icon={errors === 0 ? IconCheck : IconAlertTriangle}>
        {findings.length === 0 ? scenarios.noFindings : scenarios.findings(errors, findings.length - errors)}
      </StateMark>
      <ul>
        {findings.map(({ severity, node, detail, code }, index) => (
          <li key={index} className={severity} title={code}>
            {node === undefined ? detail : scenarios.inNode(nameOf(node), detail)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What the compiler says of the draft, and its publishing, which says the same once more. */
export const DraftCheck = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const { scenarios } = useTexts();
  const api = useApi();
  const path = useInWorkspace();
  const [isAsked, setIsAsked] = useState(false);
  const checking = useMutation({
    mutationFn: () => api.send<CheckView>('POST', path(`/scenarios/${scenario.id}/check`)),
  });
  return (
    <div className="draft-check">
      <div className="filters">
        <Button variant="default" loading={checking.isPending} onClick={() => checking.mutate()}>
          {scenarios.check}
        </Button>
        <Button variant="default" onClick={() => setIsAsked(true)}>
          {scenarios.publish}
        </Button>
      </div>
      {checking.error === null ? null : <FaultBox error={checking.error} />}
      {checking.data === undefined ? null : <Result scenario={scenario} findings={checking.data.findings} />}
      {isAsked ? <PublishDialog scenario={scenario} onClose={() => setIsAsked(false)} /> : null}
    </div>
  );
};
