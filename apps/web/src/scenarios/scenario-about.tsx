import type { ScenarioDetailView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { CopyButton } from '../page/copy-button.js';
import { ScenarioState } from './scenario-columns.js';

export const ScenarioAbout = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const texts = useTexts();
  const { id: ws } = useWorkspace();
  const url = scenario.trigger?.webhookUrl;
  return (
    <>
      <p className="scenario-words">{scenario.description}</p>
      <div className="run-about">
        <ScenarioState scenario={scenario} texts={texts} />
        {scenario.published === undefined ? null : (
          <span>
            {`${texts.scenarios.number(scenario.published.number)}, ${texts.scenarios.by(scenario.published.by)}`}
          </span>
        )}
        <Link to="/w/$ws/runs" params={{ ws }} search={{ scenario: scenario.id }}>
          {texts.scenarios.runsOfThis}
        </Link>
        {url === undefined ? null : (
          <span className="webhook">
            <span>{texts.scenarios.webhookUrl}</span>
            <code className="mono">{url}</code>
            <CopyButton value={url} label={texts.scenarios.copyUrl} />
          </span>
        )}
      </div>
    </>
  );
};
