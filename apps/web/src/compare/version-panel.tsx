import { Button } from '@mantine/core';
import type { ScenarioDetailView, VersionView } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { Drawing } from '../canvas/drawing.js';
import { Moment } from '../format/moment.js';
import { Facts, fact } from '../page/facts.js';
import { Loaded } from '../page/loaded.js';
import { SidePanel } from '../page/side-panel.js';
import { CompareWith } from './compare-with.js';
import { NameDialog } from './name-dialog.js';
import { RestoreVersionDialog } from './restore-dialogs.js';
import { useVersion } from './sides.js';
import { CopyButton } from '../page/copy-button.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly versionId: string;
  readonly onClose: () => void;
}

const SHORT_HASH = 12;

const Hash = ({ hash }: { readonly hash: string }) => (
  <span className="webhook">
    <code className="mono">{hash.slice(0, SHORT_HASH)}</code>
    <CopyButton value={hash} />
  </span>
);

const About = ({ version }: { readonly version: VersionView }) => {
  const { compare, scenarios } = useEditorTexts();
  return (
    <>
      <p className={version.comment === undefined ? 'version-comment dim' : 'version-comment'}>
        {version.comment ?? compare.versions.noComment}
      </p>
      <Facts
        rows={[
          fact(scenarios.published, <Moment at={version.publishedAt} />),
          fact(scenarios.author, version.by),
          fact(scenarios.plan, <Hash hash={version.planHash} />),
        ]}
      />
    </>
  );
};

const Acts = ({ scenario, version }: { readonly scenario: ScenarioDetailView; readonly version: VersionView }) => {
  const { versions } = useEditorTexts().compare;
  const [asked, setAsked] = useState<'name' | 'restore'>();
  const close = () => setAsked(undefined);
  return (
    <>
      <div className="version-acts">
        <Button variant="default" onClick={() => setAsked('restore')}>
          {versions.restore}
        </Button>
        <Button variant="default" onClick={() => setAsked('name')}>
          {versions.rename}
        </Button>
      </div>
      <CompareWith scenario={scenario} version={version} />
      {asked === 'name' ? <NameDialog scenario={scenario} version={version} onClose={close} /> : null}
      {asked === 'restore' ? <RestoreVersionDialog scenario={scenario} version={version} onClose={close} /> : null}
    </>
  );
};

/** One version: why it was made, how it looks, and what can be done with it. */
export const VersionPanel = ({ scenario, versionId, onClose }: Props) => {
  const { compare } = useEditorTexts();
  const answer = useVersion(scenario.id, versionId);
  const { data } = answer;
  const title = data === undefined ? compare.versions.version : compare.version(data.number, data.name);
  return (
    <SidePanel title={title} label={title} onClose={onClose}>
      <Loaded answer={answer}>
        {(version) => (
          <>
            <About version={version} />
            <Acts scenario={scenario} version={version} />
            <div className="version-preview">
              <Drawing scenario={version.scenario} binding={version.binding} />
            </div>
          </>
        )}
      </Loaded>
    </SidePanel>
  );
};
