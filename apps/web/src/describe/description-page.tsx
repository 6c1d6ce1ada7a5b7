import { Button } from '@mantine/core';
import type { Binding, Manifest, Scenario, ScenarioDetailView, VersionView } from '@potok/contracts';
import { describeScenario } from '@potok/scenario';
import { IconMarkdown, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useEditorSpeech, useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useWorkspace } from '../app/use-workspace.js';
import { kindsOf } from '../canvas/manifest.js';
import { useConnections } from '../connections/use-connections.js';
import { formatInstantDay } from '../format/dates.js';
import { Loaded } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { fileName, saveFile } from '../page/save-file.js';
import { asDataUrl, drawingSvg } from '../picture/drawing-svg.js';
import { useScenario, useVersions } from '../scenarios/queries.js';
import { DescribedPaper } from './described-paper.js';
import { descriptionMarkdown, type Sheet } from './markdown.js';

const route = getRouteApi('/w/$ws/scenarios/$id/description');

interface Shown {
  readonly scenario: Scenario;
  readonly binding: Binding;
  readonly version: VersionView | undefined;
}

const useManifest = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => api.get<Manifest>('/manifest', signal),
    staleTime: Infinity,
  });
};

const useSheet = (version: VersionView | undefined): Sheet => {
  const { texts, language } = useEditorSpeech();
  const { name, timeZone } = useWorkspace();
  const day = (at: string) => formatInstantDay(at, { language, timeZone });
  const { describe } = texts;
  return {
    firm: name,
    version: version === undefined ? describe.draft : describe.version(version.number, day(version.publishedAt)),
    date: describe.taken(day(new Date().toISOString())),
  };
};

const useDescribed = ({ scenario, binding }: Shown, { nodes }: Manifest) => {
  const { language } = useEditorSpeech();
  const known = useConnections();
  return useMemo(() => {
    const connections = Object.fromEntries(known.map(({ id, name }) => [id, name]));
    return describeScenario(scenario, { nodes, language, binding, connections });
  }, [scenario, binding, nodes, language, known]);
};

const Picture = ({
  scenario,
  binding,
  manifest,
}: Pick<Shown, 'scenario' | 'binding'> & { readonly manifest: Manifest }) => {
  const { texts, language } = useEditorSpeech();
  const source = useMemo(() => {
    const kinds = kindsOf(manifest);
    return asDataUrl(drawingSvg(scenario, { kinds, texts, language, theme: 'light', binding }).svg);
  }, [scenario, binding, manifest, texts, language]);
  return <img src={source} alt={texts.picture.previewOf(scenario.name)} />;
};

const Paper = ({ manifest, ...shown }: Shown & { readonly manifest: Manifest }) => {
  const { describe } = useEditorTexts();
  const sheet = useSheet(shown.version);
  const described = useDescribed(shown, manifest);
  const download = () => {
    const content = new Blob([descriptionMarkdown(described, sheet, describe)], {
      type: 'text/markdown;charset=utf-8',
    });
    saveFile({ name: fileName(described.title, 'md'), content });
  };
  return (
    <>
      <div className="described-tools">
        <Button leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          {describe.print}
        </Button>
        <Button variant="default" leftSection={<IconMarkdown size={16} />} onClick={download}>
          {describe.markdown}
        </Button>
      </div>
      <DescribedPaper
        described={described}
        sheet={sheet}
        picture={<Picture scenario={shown.scenario} binding={shown.binding} manifest={manifest} />}
      />
    </>
  );
};

interface InsideProps {
  readonly scenario: ScenarioDetailView;
  readonly versions: readonly VersionView[];
}

const Inside = ({ scenario, versions }: InsideProps) => {
  const { describe } = useEditorTexts();
  const asked = route.useSearch().version;
  const version = versions.find(({ id }) => id === asked);
  const shown = version ?? { scenario: scenario.draft, binding: scenario.binding };
  return (
    <>
      {asked !== undefined && version === undefined ? <p role="status">{describe.versionGone}</p> : null}
      <Loaded answer={useManifest()}>
        {(manifest) => (
          <Paper scenario={shown.scenario} binding={shown.binding} version={version} manifest={manifest} />
        )}
      </Loaded>
    </>
  );
};

/** The scenario in words, for the client's file: read, printed, taken as Markdown. */
export const DescriptionPage = () => {
  const { scenarios, describe } = useEditorTexts();
  const { id } = route.useParams();
  const { id: ws } = useWorkspace();
  const answer = useScenario(id);
  const versions = useVersions(id);
  return (
    <PageFrame
      title={describe.title}
      crumbs={
        <>
          <Link to="/w/$ws/scenarios" params={{ ws }}>
            {scenarios.title}
          </Link>
          {' / '}
          <Link to="/w/$ws/scenarios/$id" params={{ ws, id }}>
            {answer.data?.name ?? scenarios.name}
          </Link>
        </>
      }
    >
      <Loaded answer={answer}>
        {(scenario) => (
          <Loaded answer={versions}>{({ items }) => <Inside scenario={scenario} versions={items} />}</Loaded>
        )}
      </Loaded>
    </PageFrame>
  );
};
