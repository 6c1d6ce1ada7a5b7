import type { ScenarioDetailView } from '@potok/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { CompareSearch } from '../app/searches.js';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { useKinds } from '../canvas/manifest.js';
import { Empty } from '../page/empty.js';
import { FaultBox } from '../page/fault-box.js';
import { Loaded, Rows } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { useScenario } from '../scenarios/queries.js';
import { Comparison } from './comparison.js';
import type { Shown } from './shown.js';
import { SideSelects } from './side-selects.js';
import { DRAFT, PUBLISHED, type Side, useSide } from './sides.js';
import { useXmlOfSamples } from './use-xml-of-samples.js';

const route = getRouteApi('/w/$ws/scenarios/$id/compare');

interface SidesProps {
  readonly scenario: ScenarioDetailView;
  readonly from: Side;
  readonly to: Side;
  readonly shown: Shown;
  readonly onShow: (change: Partial<Shown>) => void;
}

const Sides = ({ scenario, from, to, shown, onShow }: SidesProps) => {
  const { compare } = useEditorTexts();
  const kinds = useKinds();
  const xml = useXmlOfSamples({ scenarioId: scenario.id, binding: scenario.binding });
  const broken = [from, to].find(({ error }) => error !== null && error !== undefined);
  if (broken !== undefined) return <FaultBox error={broken.error} retry={() => void broken.refetch()} />;
  if (from.scenario === undefined || to.scenario === undefined)
    return [from, to].every(({ scenario, value }) => scenario !== undefined || !value.startsWith('copy-')) ? (
      <Rows />
    ) : (
      <Empty>{compare.notFound}</Empty>
    );
  const [before, after] = [from.scenario, to.scenario];
  return (
    <Loaded answer={kinds}>
      {(data) => (
        <Comparison
          key={`${from.value}/${to.value}`}
          before={before}
          after={after}
          kinds={data}
          shown={shown}
          onShow={onShow}
          {...xml}
        />
      )}
    </Loaded>
  );
};

const Body = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useCallback(
    (change: Partial<Record<keyof CompareSearch, string | undefined>>) =>
      void navigate({ search: (now) => ({ ...now, ...change }) as CompareSearch, replace: true, resetScroll: false }),
    [navigate],
  );
  const from = useSide(scenario, search.from ?? PUBLISHED);
  const to = useSide(scenario, search.to ?? DRAFT);
  const { tab = 'drawing', open, layout } = search;
  return (
    <>
      <SideSelects
        scenario={scenario}
        from={from.value}
        to={to.value}
        onChange={(sides) => go({ ...sides, open: undefined })}
      />
      <Sides
        scenario={scenario}
        from={from}
        to={to}
        shown={{ tab, open, isLayoutHidden: layout === 'hidden' }}
        onShow={({ isLayoutHidden, ...change }) =>
          go({ ...change, ...(isLayoutHidden === undefined ? {} : { layout: isLayoutHidden ? 'hidden' : undefined }) })
        }
      />
    </>
  );
};

/** Any two states of a scenario, on one drawing, in words and as text. */
export const ComparePage = () => {
  const { compare, scenarios } = useEditorTexts();
  const { id } = route.useParams();
  const { id: ws } = useWorkspace();
  const answer = useScenario(id);
  return (
    <PageFrame
      title={compare.title}
      about={<p className="scenario-words">{compare.about}</p>}
      crumbs={
        <>
          <Link to="/w/$ws/scenarios" params={{ ws }}>
            {scenarios.title}
          </Link>
          {' › '}
          <Link to="/w/$ws/scenarios/$id" params={{ ws, id }} search={{ tab: 'versions' }}>
            {answer.data?.name ?? scenarios.name}
          </Link>
        </>
      }
    >
      <Loaded answer={answer}>{(scenario) => <Body scenario={scenario} />}</Loaded>
    </PageFrame>
  );
};
