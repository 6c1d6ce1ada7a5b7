import type { AnyManifest, Finding, OrganizationView, ScenarioNode } from '@potok/contracts';
import { targetOfPointer } from '@potok/scenario';
import { useMemo, useRef, useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { ConnectionOf, ValueScope } from '../values/value-scope.js';
import { type DrawnLine, LinesLayer } from './lines-layer.js';
import { MappingHead } from './mapping-head.js';
import { useMappingTarget } from './use-mapping-target.js';
import { distinct, type MappingPreview } from './preview.js';
import { ResultPanel } from './result-panel.js';
import { SamplesTable } from './samples-table.js';
import { SourceColumn } from './source-column.js';
import { TargetColumn } from './target-column.js';
import { useAskedPreview, useForeseen, useJudge } from './use-foreseen.js';
import { type Mapping, useMapping } from './use-mapping.js';
import { type MappingSampleView, useAllResults, useSampleResult } from './use-sample-results.js';
import { useNarrow } from '../page/use-narrow.js';

type Params = ScenarioNode['params'];

export interface MappingEditorProps {
  readonly node: Pick<ScenarioNode, 'id' | 'name' | 'params'>;
  readonly manifest: AnyManifest;
  /** Its data is what the fields are tried with while no sample is chosen. */
  readonly scope: ValueScope;
  readonly samples: readonly MappingSampleView[];
  readonly sampleId: string | undefined;
  readonly onSample: (id: string) => void;
  /** Of the drawing's checks, for this node. */
  readonly findings: readonly Finding[];
  readonly onChange: (params: Params) => void;
  readonly connectionOf: ConnectionOf;
  /** Own organizations, one of which is the seller of a document. */
  readonly organizations?: readonly OrganizationView[];
  /** Made by somebody who knows number and ids; without it the browser foresees what it can. */
  readonly preview?: (params: Params) => Promise<MappingPreview>;
}

const noOrganizations: readonly OrganizationView[] = [];

const useResults = (props: MappingEditorProps, schema: Parameters<typeof useSampleResult>[1]['schema']) => {
  const { node, manifest, scope, samples, sampleId, findings, organizations = noOrganizations } = props;
  const [now] = useState(() => new Date());
  const about = useMemo(() => ({ manifest, organizations, now }), [manifest, organizations, now]);
  const judge = useJudge(about);
  const data = samples.find(({ id }) => id === sampleId)?.data ?? scope.data;
  const given = { params: node.params, schema, manifest, now, judge };
  const result = useSampleResult(data, given);
  const all = useAllResults(samples, given);
  const foreseen = useForeseen(result.value, about);
  const asked = useAskedPreview(node.params, props.preview);
  const told = useMemo(() => {
    const compiled = findings.map(({ field, detail, severity }) => ({
      pointer: targetOfPointer(node.params, field ?? ''),
      detail,
      severity,
    }));
    return distinct([...compiled, ...result.findings, ...(asked.kind === 'here' ? asked.preview.findings : [])]);
  }, [findings, node.params, result.findings, asked]);
  return { now, data, result, all, foreseen, asked, told };
};

const drawnLines = ({ lines, suggestions }: Mapping): readonly DrawnLine[] => [
  ...lines.map(({ source, target }) => ({ source, target, isSuggested: false })),
  ...suggestions.shown.map(({ source, target }) => ({ source, target, isSuggested: true })),
];

/** Fills a node's input field by field, over what flows into it; params come from outside and every change goes out. */
export const MappingEditor = (props: MappingEditorProps) => {
  const { node, manifest, scope, samples, sampleId, organizations = noOrganizations } = props;
  const { mapping: words } = useEditorTexts();
  const board = useRef<HTMLDivElement>(null);
  const isReadOnly = useNarrow();
  const target = useMappingTarget(node.params, manifest, scope.place.input);
  const { now, data, result, all, foreseen, asked, told } = useResults(props, target.input);
  const mapping = useMapping({ params: node.params, onChange: props.onChange, place: scope.place, target });
  const used = useMemo(() => new Set(mapping.lines.map(({ source }) => source)), [mapping.lines]);
  const tried = useMemo(() => ({ ...scope, data }), [scope, data]);
  const lines = useMemo(() => drawnLines(mapping), [mapping.lines, mapping.suggestions.shown]);
  return (
    <div className="mapping" data-readonly={isReadOnly}>
      <MappingHead mapping={mapping} isReadOnly={isReadOnly} />
      <div ref={board} className="mapping-board">
        <SourceColumn
          sources={mapping.sources}
          data={data}
          scenario={scope.scenario}
          used={used}
          chosen={mapping.chosen}
          onChoose={mapping.setChosen}
        />
        <LinesLayer board={board} lines={lines} />
        <TargetColumn
          mapping={mapping}
          target={target}
          params={node.params}
          scope={tried}
          compiled={props.findings}
          findings={told}
          result={result.value}
          connectionOf={props.connectionOf}
          isReadOnly={isReadOnly}
        />
      </div>
      <div className="mapping-below">
        <ResultPanel
          value={result.value}
          manifest={manifest}
          foreseen={foreseen}
          hasOrganization={organizations.length > 0}
          asked={asked}
          now={now}
        />
        <section className="mapping-tried" aria-label={words.samples}>
          <h3>{words.samples}</h3>
          <SamplesTable samples={samples} sampleId={sampleId} results={all} onSample={props.onSample} />
        </section>
      </div>
    </div>
  );
};
