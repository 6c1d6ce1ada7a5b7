import type { Finding, Scenario } from '@potok/contracts';
import { withSentence, type ScenarioFinding } from '@potok/scenario';
import type { Given } from '../command.js';

/** What was found in one file or draft: as `--json` prints it. */
export interface Judged {
  /** Path of the file, or id of the scenario. */
  readonly what: string;
  readonly ok: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly (Finding & { readonly nodeName?: string })[];
  /** The plan's hash, where it could be told. */
  readonly hash?: string;
}

export const judgedOf = (
  what: string,
  findings: readonly Finding[],
  of: { readonly scenario?: Scenario | undefined; readonly hash?: string | undefined },
): Judged => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    what,
    ok: errors === 0,
    errors,
    warnings: findings.length - errors,
    findings: findings.map((finding) => ({ ...finding, ...nodeName(of.scenario, finding.node) })),
    ...(of.hash === undefined ? {} : { hash: of.hash }),
  };
};

const nodeName = (scenario: Scenario | undefined, id: string | undefined): { nodeName?: string } => {
  const nodes = [...(scenario?.nodes ?? []), ...(scenario?.paths ?? []).flatMap((path) => path.nodes)];
  const name = nodes.find((node) => node.id === id)?.name;
  return name === undefined ? {} : { nodeName: name };
};

export const inWords = (findings: readonly ScenarioFinding[], { language }: Given): readonly Finding[] =>
  findings.map((finding) => withSentence(finding, language));

/** For a terminal: the headline, then a line a finding. */
export const judgedLines = (judged: Judged, { texts }: Given): readonly string[] => [
  judged.findings.length === 0
    ? texts.checkedClear(judged.what)
    : texts.checked(judged.what, judged.errors, judged.warnings),
  ...judged.findings.map((finding) => {
    const severity = finding.severity === 'error' ? texts.error : texts.warning;
    const node = finding.node === undefined ? '' : ` ${texts.atNode(finding.nodeName ?? finding.node, finding.node)}`;
    return `- [${severity}]${node} ${finding.code}: ${finding.detail}`;
  }),
];
