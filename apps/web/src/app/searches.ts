import type { DeliveryView, Headline, RunMode, RunStatus } from '@potok/contracts';
import { DOCUMENT_QUEUES, RUN_MODES, RUN_STATUSES, type DocumentQueue } from '@potok/contracts/names';
import { headlines } from '../states/looks.js';

export const SPANS = ['month', 'week'] as const;
export type Span = (typeof SPANS)[number];

/** What the address holds of a page: filters, the chosen row, the tab. Anything else in it is dropped. */
type Raw = Record<string, unknown>;

const oneOf = <T extends string>(value: unknown, names: readonly T[]): T | undefined =>
  names.find((name) => name === value);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const given = <T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

export const PERIODS = ['today', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export interface RunsSearch {
  readonly q?: string;
  readonly status?: RunStatus;
  readonly scenario?: string;
  readonly version?: string;
  readonly mode?: RunMode;
  readonly period?: Period;
  readonly open?: string;
}
export const readRunsSearch = (raw: Raw): RunsSearch =>
  given({
    q: text(raw.q),
    status: oneOf(raw.status, RUN_STATUSES),
    scenario: text(raw.scenario),
    version: text(raw.version),
    mode: oneOf(raw.mode, RUN_MODES),
    period: oneOf(raw.period, PERIODS),
    open: text(raw.open),
  });

export const WAITS_VIEWS = ['calendar', 'list'] as const;
export const WAIT_KINDS = ['signature', 'docflow', 'callback', 'time', 'run', 'retry'] as const;

export interface WaitsSearch {
  readonly view?: (typeof WAITS_VIEWS)[number];
  readonly span?: Span;
  /** The day around which the calendar stands. */
  readonly day?: string;
  readonly q?: string;
  readonly kind?: (typeof WAIT_KINDS)[number];
  readonly scenario?: string;
  /** A day whose waits are listed below the calendar. */
  readonly open?: string;
  readonly group?: 'overdue' | 'undated';
}
const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) ? value : undefined;

export const readWaitsSearch = (raw: Raw): WaitsSearch =>
  given({
    view: oneOf(raw.view, WAITS_VIEWS),
    span: oneOf(raw.span, SPANS),
    day: day(raw.day),
    q: text(raw.q),
    kind: oneOf(raw.kind, WAIT_KINDS),
    scenario: text(raw.scenario),
    open: day(raw.open),
    group: oneOf(raw.group, ['overdue', 'undated'] as const),
  });

export const STEP_TABS = ['input', 'output', 'attempts', 'calls', 'documents'] as const;
export type StepTab = (typeof STEP_TABS)[number];

export interface RunSearch {
  readonly step?: string;
  readonly node?: string;
  readonly tab?: StepTab;
}
export const readRunSearch = (raw: Raw): RunSearch =>
  given({ step: text(raw.step), node: text(raw.node), tab: oneOf(raw.tab, STEP_TABS) });

export const SCENARIO_TABS = ['drawing', 'try', 'versions', 'settings'] as const;
export interface ScenarioSearch {
  readonly tab?: (typeof SCENARIO_TABS)[number];
  readonly version?: string;
  /** The version that is shown beside the history. */
  readonly open?: string;
}
export const readScenarioSearch = (raw: Raw): ScenarioSearch =>
  given({ tab: oneOf(raw.tab, SCENARIO_TABS), version: text(raw.version), open: text(raw.open) });

export const COMPARE_TABS = ['drawing', 'text', 'xml'] as const;
export interface CompareSearch {
  /** `draft`, `published`, the id of a version or `copy-` and the id of a kept draft. */
  readonly from?: string;
  readonly to?: string;
  readonly tab?: (typeof COMPARE_TABS)[number];
  /** The group of changes that is chosen. */
  readonly open?: string;
  readonly layout?: 'hidden';
}
export const readCompareSearch = (raw: Raw): CompareSearch =>
  given({
    from: text(raw.from),
    to: text(raw.to),
    tab: oneOf(raw.tab, COMPARE_TABS),
    open: text(raw.open),
    layout: oneOf(raw.layout, ['hidden']),
  });

export interface DescriptionSearch {
  readonly version?: string;
}
export const readDescriptionSearch = (raw: Raw): DescriptionSearch => given({ version: text(raw.version) });

/** `accounts`, `parameters`, `finish`: the wizard's questions; `trial`: the walk on demo data after them. */
export const START_STEPS = ['accounts', 'parameters', 'finish', 'trial'] as const;
export type StartStep = (typeof START_STEPS)[number];

export interface StartSearch {
  readonly q?: string;
  readonly system?: string;
  readonly template?: string;
  readonly step?: StartStep;
}
export const readStartSearch = (raw: Raw): StartSearch =>
  given({
    q: text(raw.q),
    system: text(raw.system),
    template: text(raw.template),
    step: oneOf(raw.step, START_STEPS),
  });

export const QUEUES = Object.keys(DOCUMENT_QUEUES) as readonly DocumentQueue[];
export const DOCUMENT_KINDS = ['upd', 'ukd', 'invoice', 'act', 'torg12'] as const;

export interface DocumentsSearch {
  readonly q?: string;
  readonly queue?: DocumentQueue;
  readonly kind?: (typeof DOCUMENT_KINDS)[number];
  readonly period?: Period;
  readonly state?: Headline;
  readonly open?: string;
}
export const readDocumentsSearch = (raw: Raw): DocumentsSearch =>
  given({
    q: text(raw.q),
    queue: oneOf(raw.queue, QUEUES),
    kind: oneOf(raw.kind, DOCUMENT_KINDS),
    period: oneOf(raw.period, PERIODS),
    state: oneOf(raw.state, headlines),
    open: text(raw.open),
  });

export const DELIVERY_STATUSES = [
  'accepted',
  'admitted',
  'repeat',
  'ignored',
  'failed',
] as const satisfies readonly DeliveryView['status'][];
export interface DeliveriesSearch {
  readonly status?: DeliveryView['status'];
  readonly open?: string;
}
export const readDeliveriesSearch = (raw: Raw): DeliveriesSearch =>
  given({ status: oneOf(raw.status, DELIVERY_STATUSES), open: text(raw.open) });

export interface TextSearch {
  readonly q?: string;
}
export const readTextSearch = (raw: Raw): TextSearch => given({ q: text(raw.q) });

/** A run whose data the editor is opened with. */
export interface EditorSearch {
  readonly run?: string;
}
export const readEditorSearch = (raw: Raw): EditorSearch => given({ run: text(raw.run) });
