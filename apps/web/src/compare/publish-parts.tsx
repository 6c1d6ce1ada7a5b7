import type { Finding, PublishPreviewView, Scenario } from '@potok/contracts';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditorSpeech, useEditorTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatMoment } from '../format/dates.js';
import { StateMark } from '../states/state-mark.js';
import { ChangeGroups } from './change-groups.js';

/** Called with the node and the field of what stands in the way. */
export type OnFinding = (node: string, field: string | undefined) => void;

const Part = ({ title, children }: { readonly title?: string; readonly children: ReactNode }) => (
  <section className="publish-part" aria-label={title}>
    {title === undefined ? null : <h3>{title}</h3>}
    {children}
  </section>
);

const summaryOf = (preview: PublishPreviewView, texts: ReturnType<typeof useEditorTexts>): string | undefined => {
  const { publish } = texts.compare;
  const { published, changes, isSamePlan } = preview;
  if (published === undefined) return publish.first;
  if (changes.length === 0) return publish.nothing(published.number);
  if (!isSamePlan) return undefined;
  return changes.every(({ isLayoutOnly }) => isLayoutOnly)
    ? publish.samePlan(published.number)
    : changes.some(({ id }) => id === 'binding')
      ? publish.sameButBound(published.number)
      : undefined;
};

export const WhatChanges = ({ preview }: { readonly preview: PublishPreviewView }) => {
  const texts = useEditorTexts();
  const summary = summaryOf(preview, texts);
  const { published, changes } = preview;
  return (
    <>
      {summary === undefined ? null : <p className="publish-same">{summary}</p>}
      {published === undefined || changes.length === 0 ? null : (
        <Part title={texts.compare.publish.changes(published.number)}>
          <ChangeGroups groups={changes} />
        </Part>
      )}
    </>
  );
};

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly drawing: Scenario;
  readonly onFinding: OnFinding | undefined;
}

const FindingLine = ({
  finding,
  name,
  onFinding,
}: { finding: Finding; name?: string } & Pick<FindingsProps, 'onFinding'>) => {
  const { compare } = useEditorTexts();
  const { node, field, detail } = finding;
  // Many sentences name the step themselves.
  const said = name === undefined || detail.includes(name) ? detail : compare.publish.inNode(name, detail);
  return node === undefined || onFinding === undefined ? (
    said
  ) : (
    <button type="button" className="link-button" onClick={() => onFinding(node, field)}>
      {said}
    </button>
  );
};

const FindingList = ({ findings, drawing, onFinding }: FindingsProps) => {
  const nodes = [...drawing.nodes, ...(drawing.paths ?? []).flatMap((path) => path.nodes)];
  const nameOf = (id: string | undefined) => {
    const name = nodes.find((node) => node.id === id)?.name ?? id;
    return name === undefined ? {} : { name };
  };
  return (
    <ul className="publish-list">
      {findings.map((finding, index) => (
        <li key={index} title={finding.code}>
          <FindingLine finding={finding} {...nameOf(finding.node)} onFinding={onFinding} />
        </li>
      ))}
    </ul>
  );
};

/** Errors stand in the way, warnings do not. */
export const Findings = ({ findings, ...rest }: FindingsProps) => {
  const { compare, scenarios } = useEditorTexts();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <Part>
      {errors.length === 0 ? (
        <StateMark hue="green" icon={IconCheck}>
          {scenarios.noFindings}
        </StateMark>
      ) : (
        <StateMark hue="red" icon={IconAlertTriangle}>
          {compare.publish.errors(errors.length)}
        </StateMark>
      )}
      {errors.length === 0 ? null : <FindingList findings={errors} {...rest} />}
      {warnings.length === 0 ? null : (
        <StateMark hue="amber" icon={IconAlertTriangle}>
          {compare.publish.warnings(warnings.length)}
        </StateMark>
      )}
      {warnings.length === 0 ? null : <FindingList findings={warnings} {...rest} />}
    </Part>
  );
};

export const RunsByVersion = ({ runs }: Pick<PublishPreviewView, 'runs'>) => {
  const { publish } = useEditorTexts().compare;
  return (
    <Part title={publish.runs}>
      {runs.length === 0 ? (
        <p className="dim">{publish.noRuns}</p>
      ) : (
        <ul className="publish-list">
          {runs.map(({ versionId, number, openRuns }) => (
            <li key={versionId}>{publish.runsOf(openRuns, number)}</li>
          ))}
        </ul>
      )}
    </Part>
  );
};

export const Authors = ({ authors }: Pick<PublishPreviewView, 'authors'>) => {
  const { texts, language } = useEditorSpeech();
  const { timeZone } = useWorkspace();
  const { publish } = texts.compare;
  if (authors.every(({ isYou }) => isYou)) return null;
  return (
    <Part title={publish.authors}>
      <ul className="publish-list">
        {authors.map(({ name, isYou, at }) => (
          <li key={`${name} ${at}`}>
            {publish.authorAt(isYou ? publish.you : name, formatMoment(at, { language, timeZone }))}
          </li>
        ))}
      </ul>
    </Part>
  );
};
