import type { Finding } from '@potok/contracts';
import type { ExpressionError } from './expression-error.js';
import type { FindingCode, FindingFacts as FactsOf } from './texts.ru.js';

type FindingFacts<C extends FindingCode> = FactsOf<C> & Readonly<Record<string, unknown>>;

/** One thing that a check found; `describeFinding` gives its sentence. `severity: 'error'` blocks publishing. */
export interface ScenarioFinding<C extends FindingCode = FindingCode> {
  readonly severity: Finding['severity'];
  readonly code: C;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly node?: string;
  /** JSON pointer in the node's params, or in the scenario where there is no node. */
  readonly field?: string;
}

interface Place {
  readonly node?: string | undefined;
  readonly field?: string | undefined;
}

const at = ({ node, field }: Place): Pick<ScenarioFinding, 'node' | 'field'> => ({
  ...(node === undefined ? {} : { node }),
  ...(field === undefined ? {} : { field }),
});

/** Where findings are gathered: each is kept once, however often a rule meets it. */
export class Findings {
  private readonly found = new Map<string, ScenarioFinding>();

  error<C extends FindingCode>(code: C, facts: FindingFacts<C>, place: Place = {}): void {
    this.add({ severity: 'error', code, facts, ...at(place) });
  }

  warn<C extends FindingCode>(code: C, facts: FindingFacts<C>, place: Place = {}): void {
    this.add({ severity: 'warning', code, facts, ...at(place) });
  }

  /** What an expression or a template refuses, with the place in its text. */
  refuse({ code, facts, range }: ExpressionError, place: Place): void {
    this.add({ severity: 'error', code, facts: { ...facts, ...range }, ...at(place) });
  }

  hasErrorAt(node: string, field: string): boolean {
    return [...this.found.values()].some((one) => one.severity === 'error' && one.node === node && one.field === field);
  }

  get hasErrors(): boolean {
    return [...this.found.values()].some((finding) => finding.severity === 'error');
  }

  /** Errors first, then in the order in which they were found. */
  list(): readonly ScenarioFinding[] {
    const all = [...this.found.values()];
    return [...all.filter((one) => one.severity === 'error'), ...all.filter((one) => one.severity === 'warning')];
  }

  private add(finding: ScenarioFinding): void {
    const key = JSON.stringify([finding.code, finding.node, finding.field, finding.facts]);
    if (!this.found.has(key)) this.found.set(key, finding);
  }
}
