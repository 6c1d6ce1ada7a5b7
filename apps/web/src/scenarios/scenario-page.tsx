import { Tabs } from '@mantine/core';
import type { ScenarioDetailView } from '@potok/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { SCENARIO_TABS, type ScenarioSearch } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Versions } from '../compare/versions.js';
import { Loaded } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { TryPage } from '../trying/try-page.js';
import { BindingView } from './binding-view.js';
import { ChangedAccounts } from './changed-accounts.js';
import { FileMenu } from './file-menu.js';
import { useScenario } from './queries.js';
import { ScenarioActions } from './scenario-actions.js';
import { ScenarioAbout } from './scenario-about.js';
import { ScenarioDrawing } from './scenario-drawing.js';

const route = getRouteApi('/w/$ws/scenarios/$id');

const Body = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const { scenarios } = useTexts();
  const { tab = 'drawing', version, open } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (search: ScenarioSearch) => void navigate({ search, replace: true });
  return (
    <Tabs
      value={tab}
      onChange={(next) =>
        go({ tab: next as NonNullable<ScenarioSearch['tab']>, ...(version === undefined ? {} : { version }) })
      }
      keepMounted={false}
    >
      <Tabs.List mb={12}>
        {SCENARIO_TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {scenarios.tabs[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="drawing">
        <ScenarioDrawing
          scenario={scenario}
          version={version}
          onVersion={(id) => go(id === undefined ? {} : { version: id })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="try">
        <TryPage scenario={scenario} />
      </Tabs.Panel>
      <Tabs.Panel value="versions">
        <Versions
          scenario={scenario}
          open={open}
          onOpen={(id) => go({ tab: 'versions', ...(id === undefined ? {} : { open: id }) })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <BindingView scenario={scenario} />
      </Tabs.Panel>
    </Tabs>
  );
};

export const ScenarioPage = () => {
  const { scenarios } = useTexts();
  const { id } = route.useParams();
  const { id: ws } = useWorkspace();
  const answer = useScenario(id);
  const scenario = answer.data;
  return (
    <PageFrame
      title={scenario?.name ?? scenarios.name}
      crumbs={
        <Link to="/w/$ws/scenarios" params={{ ws }}>
          {scenarios.title}
        </Link>
      }
      about={scenario === undefined ? undefined : <ScenarioAbout scenario={scenario} />}
      action={
        scenario === undefined ? undefined : (
          <>
            <FileMenu scenario={scenario} />
            <ScenarioActions scenario={scenario} />
          </>
        )
      }
    >
      <Loaded answer={answer}>
        {(data) => (
          <>
            {data.broken === undefined ? null : <ChangedAccounts broken={data.broken} />}
            <Body scenario={data} />
          </>
        )}
      </Loaded>
    </PageFrame>
  );
};
