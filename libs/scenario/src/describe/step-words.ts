import type { AnyManifest, ScenarioNode } from '@potok/contracts';
import { evaluateParams } from '../values/evaluate-params.js';
import { dynamicOf } from '../values/param-value.js';
import type { DescribedStep, Phrase } from './description.js';
import { formulaWords } from './formula-words.js';
import { type Naming, parameterValue } from './naming.js';

const DAY_SEC = 86_400;
const HOUR_SEC = 3600;

const spanWords = (seconds: number, { texts }: Naming): string => {
  if (seconds % DAY_SEC === 0) return texts.days(seconds / DAY_SEC);
  if (seconds % HOUR_SEC === 0) return texts.hours(seconds / HOUR_SEC);
  return seconds % 60 === 0 ? texts.minutes(seconds / 60) : texts.seconds(seconds);
};

/** The value of a parameter of the step, when it hangs on nothing but the binding. */
const knownNumber = (value: unknown, naming: Naming): number | undefined => {
  const params = Object.fromEntries(naming.scenario.parameters.map(({ id }) => [id, parameterValue(naming, id)]));
  const run = { id: '', startedAt: '1970-01-01T00:00:00.000Z', mode: 'dry' } as const;
  try {
    const known = evaluateParams(value, { trigger: {}, steps: {}, waits: {}, params, run, now: new Date(0) });
    return typeof known === 'number' && known > 0 ? known : undefined;
  } catch {
    return undefined;
  }
};

const spanOf = (
  { deadlineDays, deadlineSec, durationSec }: ScenarioNode['params'],
  naming: Naming,
): number | undefined => {
  const days = knownNumber(deadlineDays, naming);
  return days === undefined ? knownNumber(deadlineSec ?? durationSec, naming) : days * DAY_SEC;
};

/** «Ждёт не дольше: 30 дней.» */
const waitWords = ({ params }: ScenarioNode, naming: Naming): Phrase => {
  const span = spanOf(params, naming);
  if (span !== undefined) return [{ text: naming.texts.waits(spanWords(span, naming)) }];
  const said = [params.until, params.deadlineDays, params.deadlineSec, params.durationSec]
    .map(dynamicOf)
    .find((one) => one?.kind === 'cel');
  if (said?.kind !== 'cel') return [{ text: naming.texts.waitsLong }];
  const [before = '', after = ''] = naming.texts.waits('|').split('|');
  return [{ text: before }, ...formulaWords(said.text, naming), { text: after }];
};

const faultWords = (node: ScenarioNode, { texts }: Naming): string | undefined => {
  const told = [
    node.onFault === undefined || node.onFault === 'park' ? undefined : texts.onFault[node.onFault],
    node.retry === undefined ? undefined : texts.retry(node.retry.maxAttempts),
  ].filter((one) => one !== undefined);
  return told.length === 0 ? undefined : told.join(' ');
};

const legalWords = (node: ScenarioNode, { scenario, texts }: Naming): Phrase => {
  const paths = (scenario.paths ?? []).filter(({ ofNode }) => ofNode === node.id);
  if (paths.length > 0)
    return [{ text: texts.legal }, { text: paths.map(({ title }) => title).join(', '), isName: true }, { text: '.' }];
  return [{ text: node.legalReason === undefined ? texts.legalOpen : texts.legalBy(node.legalReason) }];
};

const undoWords = (node: ScenarioNode, manifest: AnyManifest | undefined, naming: Naming): DescribedStep['undo'] => {
  if (manifest?.kind !== 'node' && manifest?.kind !== 'wait') return undefined;
  switch (manifest.effect) {
    case 'reads':
      return undefined;
    case 'undoable':
      return { kind: manifest.effect, said: [{ text: naming.texts.undoes }] };
    case 'legal':
      return { kind: manifest.effect, said: legalWords(node, naming) };
    case 'final':
      return { kind: manifest.effect, said: [{ text: naming.texts.final }] };
  }
};

interface Branch {
  readonly port?: string;
  readonly title?: string;
  readonly when?: unknown;
}

const branchOf = (node: ScenarioNode, port: string): Branch | undefined =>
  node.type === 'flow.decide' && Array.isArray(node.params.branches)
    ? ((node.params.branches as readonly (Branch | null)[]).find((one) => one?.port === port) ?? undefined)
    : undefined;

const branchWords = ({ title, when }: Branch, naming: Naming): Phrase | undefined => {
  const formula = dynamicOf(when);
  if (formula?.kind !== 'cel') return title === undefined ? undefined : [{ text: title }];
  const condition = [{ text: naming.texts.ifTrue }, ...formulaWords(formula.text, naming)];
  return title === undefined ? condition : [{ text: `${title}: ` }, ...condition];
};

/** In which case a run leaves a step by this port. */
export const exitWords = (node: ScenarioNode, port: string, naming: Naming): Phrase => {
  const { texts } = naming;
  const ofBranch = branchWords(branchOf(node, port) ?? {}, naming);
  if (ofBranch !== undefined) return ofBranch;
  if (node.type === 'flow.for-each' && port === 'done') return [{ text: texts.allPassed }];
  return [{ text: texts.ports[port] ?? texts.onPort(port) }];
};

type Told = Pick<DescribedStep, 'waits' | 'onFault' | 'undo' | 'note'>;

/** What is told of a step only where there is something to tell. */
export const toldOf = (node: ScenarioNode, manifest: AnyManifest | undefined, naming: Naming): Told => {
  const told = {
    waits: manifest?.kind === 'wait' ? waitWords(node, naming) : undefined,
    onFault: faultWords(node, naming),
    undo: undoWords(node, manifest, naming),
    note: node.note,
  };
  return Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined));
};
