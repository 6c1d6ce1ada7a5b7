import type { AnyManifest, DocumentView, RunCommandKind, RunDetailView, StepView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import { graphOf } from '../canvas/graph.js';
import type { Kinds } from '../canvas/manifest.js';
import { formatDay } from '../format/dates.js';
import { waitWords } from '../states/looks.js';

interface Given {
  readonly run: RunDetailView;
  readonly step: StepView | undefined;
  readonly kinds: Kinds;
  readonly texts: Texts;
  /** The way out that was chosen for a skipped step. */
  readonly port?: string | undefined;
}

const CALL = 'flow.call';
const OUT: readonly DocumentView['state']['delivery'][] = ['sent', 'confirmed', 'delivered'];

const effectOf = (manifest: AnyManifest | undefined): string | undefined =>
  manifest?.kind === 'node' || manifest?.kind === 'wait' ? manifest.effect : undefined;

/** Names in their order, each once, with how often. */
const named = (steps: readonly StepView[], { commands }: Texts): string => {
  const counts = new Map<string, number>();
  for (const { nodeName } of steps) counts.set(nodeName, (counts.get(nodeName) ?? 0) + 1);
  return [...counts].map(([name, count]) => commands.stepNamed(name, count)).join(', ');
};

const began = ({ status }: StepView): boolean => status !== 'skipped' && status !== 'undone';

/** What an undo takes back, the latest first, as the engine goes: every undoable step that ever began. */
const undoneBy = ({ run, kinds }: Given): readonly StepView[] =>
  run.steps
    .filter((step) => began(step) && effectOf(kinds.get(step.type)) === 'undoable')
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt) || b.seq - a.seq);

const doneFor = ({ run, kinds }: Given, effect: string): readonly StepView[] =>
  run.steps.filter((step) => step.status === 'done' && effectOf(kinds.get(step.type)) === effect);

const inForce = ({ run, texts }: Given): readonly string[] =>
  run.documents
    .filter(({ state }) => OUT.includes(state.delivery) && state.annulment !== 'annulled')
    .map(({ kind, number, date }) =>
      texts.documents.dated(texts.documents.kinds[kind] ?? kind, number, formatDay(date)),
    );

const callsOf = ({ run }: Given): readonly StepView[] => run.steps.filter(({ type }) => type === CALL);

/** A sentence for what there is, none for what there is not. */
const said = <T>(items: readonly T[], words: (items: readonly T[]) => string): readonly string[] =>
  items.length === 0 ? [] : [words(items)];

/** What no undo reaches. */
const stays = (given: Given): readonly string[] => {
  const { commands } = given.texts;
  return [
    ...said(inForce(given), (documents) => commands.staysInForce(documents.join(', '), documents.length)),
    ...said(doneFor(given, 'final'), (steps) => commands.staysDone(named(steps, given.texts))),
  ];
};

const waitsEnd = ({ run, texts }: Given): readonly string[] =>
  said([...new Set(run.waits.map(({ kind }) => waitWords(kind, texts)))], (kinds) =>
    texts.commands.waitsEnd(kinds.join(', ')),
  );

const undoing = (given: Given): readonly string[] => {
  const { run, texts } = given;
  const { commands } = texts;
  const steps = undoneBy(given);
  return [
    steps.length === 0 ? commands.nothingToUndo : commands.willUndo(steps.length, named(steps, texts)),
    ...(run.moreSteps === undefined ? [] : [commands.willUndoMore(run.moreSteps)]),
    ...said(callsOf(given), (calls) => commands.willUndoCalled(named(calls, texts))),
    ...stays(given),
    ...waitsEnd(given),
    commands.endsForGood,
  ];
};

const closing = (given: Given): readonly string[] => {
  const { commands } = given.texts;
  const left = undoneBy(given);
  return [
    commands.nothingIsUndone,
    ...said(left, (steps) => commands.staysDone(named(steps, given.texts))),
    ...stays(given),
    ...said(callsOf(given), (calls) => commands.closesCalled(named(calls, given.texts))),
    ...waitsEnd(given),
    commands.endsForGood,
  ];
};

const pausing = ({ run, texts }: Given): readonly string[] => {
  const going = run.steps.filter(({ status }) => status === 'started' || status === 'retrying');
  return [
    texts.commands.willPause,
    ...said(going, (steps) => texts.commands.goesToItsEnd(named(steps, texts))),
    ...(run.waits.length === 0 ? [] : [texts.commands.waitsStayOpen]),
  ];
};

const retrying = ({ step, texts }: Given): readonly string[] =>
  step === undefined ? [] : [texts.commands.willRetry(step.nodeName, step.attempts.length + 1), texts.commands.sameKey];

const skipping = ({ run, step, texts, port }: Given): readonly string[] => {
  if (step === undefined) return [];
  const { commands } = texts;
  const graph = graphOf(run.scenario, run.graph);
  const edges = graph.edges.filter(({ from }) => from.node === step.node);
  const taken = port === undefined ? edges[0] : edges.find(({ from }) => from.port === port);
  const next = graph.nodes.find(({ id }) => id === taken?.to.node)?.name;
  return [
    step.status === 'waiting' ? commands.stopsWaiting(step.nodeName) : commands.willNotRun(step.nodeName),
    next === undefined ? commands.nothingFollows : commands.goesOnWith(next),
  ];
};

const resuming = ({ run, texts }: Given): readonly string[] => [
  run.waits.length === 0 ? texts.commands.willResume : texts.commands.willResumeWaiting,
];

const byCommand: Readonly<Record<RunCommandKind, (given: Given) => readonly string[]>> = {
  cancel: undoing,
  undo: undoing,
  close: closing,
  pause: pausing,
  resume: resuming,
  'retry-step': retrying,
  'skip-step': skipping,
  'mend-and-go-on': ({ step, texts }) => (step === undefined ? [] : [texts.commands.willMend(step.nodeName)]),
};

/** What a command will do to this run, in sentences, before it is given. */
export const consequenceOf = (command: RunCommandKind, given: Given): readonly string[] => byCommand[command](given);
