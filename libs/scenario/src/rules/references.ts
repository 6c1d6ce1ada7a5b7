import type { DrawnNode } from '../analysis/graph-model.js';
import { schemaAlong } from '../analysis/schema-path.js';
import { eachesAround } from '../analysis/scopes.js';
import type { Surroundings } from '../analysis/surroundings.js';
import type { Findings } from '../finding.js';
import type { Reference } from '../values/reference.js';

type Certainty = 'sure' | 'maybe' | 'never';

/** Are all the steps and fields that a node refers to there when it begins? */
export class ReferenceCheck {
  constructor(
    private readonly around: Surroundings,
    private readonly findings: Findings,
  ) {}

  check(node: DrawnNode, references: readonly Reference[]): void {
    for (const reference of references) {
      if (reference.root === 'steps') this.checkStep(node, reference);
      this.checkField(node, reference);
    }
  }

  /** How surely a step's output is there when another begins. */
  private certaintyOf(from: string, step: string): Certainty {
    const earlier = this.around.earlier.get(step);
    if (earlier !== undefined) return earlier.isSure ? 'sure' : 'maybe';
    const { isSure, isMaybe } = this.around.availability;
    if (isSure(from, step)) return 'sure';
    return isMaybe(from, step) ? 'maybe' : 'never';
  }

  private checkStep({ id, node }: DrawnNode, { path, pointer, isGuarded }: Reference): void {
    const [step] = path;
    const place = { node: id, field: pointer };
    if (step === undefined || step === '*') {
      this.findings.error('STEP_NOT_NAMED', { name: node.name }, place);
      return;
    }
    const facts = { name: node.name, step, stepName: this.stepNamed(step)?.node.name ?? step };
    const code = this.problemWith(id, step);
    if (code !== undefined) this.findings.error(code, facts, place);
    else if (!isGuarded && this.certaintyOf(id, step) === 'maybe') {
      this.findings.warn('STEP_MAYBE_ABSENT', facts, place);
    }
  }

  private stepNamed(step: string): DrawnNode | undefined {
    return this.around.graph.nodes.get(step) ?? this.around.earlier.get(step)?.node;
  }

  private problemWith(from: string, step: string): 'STEP_UNKNOWN' | 'STEP_INSIDE_LOOP' | 'STEP_NOT_BEFORE' | undefined {
    if (this.stepNamed(step) === undefined) return 'STEP_UNKNOWN';
    if (this.isInsideForeignLoop(from, step)) return 'STEP_INSIDE_LOOP';
    return this.certaintyOf(from, step) === 'never' ? 'STEP_NOT_BEFORE' : undefined;
  }

  private isInsideForeignLoop(from: string, to: string): boolean {
    const { frames } = this.around.scopes;
    const around = new Set(eachesAround(frames.get(from)));
    return eachesAround(frames.get(to)).some((each) => !around.has(each));
  }

  /** Fields by the schema: the type check of CEL knows them too, but not those of templates, nor which are optional. */
  private checkField({ id }: DrawnNode, { root, path, pointer, isGuarded }: Reference): void {
    const schema = this.around.roots[root];
    if (schema === undefined) return;
    const found = schemaAlong(schema, path);
    const place = { node: id, field: pointer };
    const facts = { field: [root, ...path].join('.') };
    if (found.kind === 'missing' && !(root === 'steps' && found.key === path[0])) {
      this.findings.error('FIELD_UNKNOWN', { ...facts, key: found.key }, place);
    } else if (found.kind === 'known' && found.isOptional && !isGuarded) {
      this.findings.warn('FIELD_MAYBE_ABSENT', facts, place);
    }
  }
}
