import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { useKinds } from '../canvas/manifest.js';
import { DataTable } from '../page/data-table.js';
import { Empty } from '../page/empty.js';
import { Loaded } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { ImportButton } from './import-button.js';
import { useScenarios } from './queries.js';
import { scenarioColumns } from './scenario-columns.js';

export const ScenariosPage = () => {
  const { texts, language } = useSpeech();
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  const kinds = useKinds().data;
  const answer = useScenarios();
  const create = (
    <>
      <ImportButton />
      <Button renderRoot={(rest: object) => <Link to="/w/$ws/scenarios/new" params={{ ws }} {...rest} />}>
        {texts.scenarios.createNew}
      </Button>
    </>
  );
  return (
    <PageFrame title={texts.scenarios.title} about={texts.scenarios.about} action={create}>
      <Loaded answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty action={create}>{texts.scenarios.empty}</Empty>
          ) : (
            <DataTable
              label={texts.scenarios.title}
              columns={scenarioColumns({ texts, language, kinds })}
              rows={items}
              idOf={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: '/w/$ws/scenarios/$id', params: { ws, id } })}
              hrefOf={({ id }) => `/w/${ws}/scenarios/${id}`}
            />
          )
        }
      </Loaded>
    </PageFrame>
  );
};
