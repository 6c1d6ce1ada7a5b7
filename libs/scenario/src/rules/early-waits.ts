import { reachableFrom, type DrawnNode } from '../analysis/graph-model.js';
import { eachesAround } from '../analysis/scopes.js';
import type { Surroundings } from '../analysis/surroundings.js';
import type { Findings } from '../finding.js';
import { collectReferences } from '../values/collect-references.js';
import type { Reference } from '../values/reference.js';

const hasOffers = (wait: DrawnNode | undefined): wait is DrawnNode =>
  wait?.manifest.kind === 'wait' && wait.manifest.offers !== undefined && !wait.isSkipped;

/** Which waits must be open before a step, because it hands out their key or URL. */
export class EarlyWaits {
  constructor(
    private readonly around: Surroundings,
    private readonly findings: Findings,
  ) {}

  openedBefore(step: DrawnNode, references: readonly Reference[]): readonly string[] {
    const waits = references.filter(({ root }) => root === 'waits');
    const opened = waits.filter((reference) => this.mustOpen(step, reference)).map(({ path }) => path[0] ?? '');
    return [...new Set(opened)];
  }

  private mustOpen(step: DrawnNode, { path, pointer }: Reference): boolean {
    const [id = '*'] = path;
    const wait = this.around.graph.nodes.get(id);
    const place = { node: step.id, field: pointer };
    const facts = { name: step.node.name, wait: wait?.node.name ?? id };
    if (this.around.earlier.has(id)) return false;
    if (!hasOffers(wait)) {
      this.findings.error('WAIT_OFFERS_NOTHING', facts, place);
      return false;
    }
    if (this.around.availability.isSure(step.id, id)) return false;
    if (this.isAhead(step.id, id)) this.checkNeeds(step, wait, pointer);
    else this.findings.error('WAIT_NOT_AHEAD', facts, place);
    return true;
  }

  private isAhead(step: string, wait: string): boolean {
    if (step === wait) return false;
    const { graph, scopes } = this.around;
    const ahead = reachableFrom(step, (id) => (graph.out.get(id) ?? []).filter((edge) => !scopes.backEdges.has(edge)));
    const loopsOf = (id: string): string => eachesAround(scopes.frames.get(id)).join();
    return ahead.has(wait) && loopsOf(step) === loopsOf(wait);
  }

  /** A wait that is opened early is opened with what is known by then. */
  private checkNeeds(step: DrawnNode, wait: DrawnNode, field: string): void {
    for (const { root, path, isGuarded } of collectReferences(wait.node.params)) {
      const [needed = '*'] = path;
      if (root !== 'steps' || isGuarded || this.around.availability.isSure(step.id, needed)) continue;
      const neededName = this.around.graph.nodes.get(needed)?.node.name ?? needed;
      const facts = { name: step.node.name, wait: wait.node.name, needed: neededName };
      if (!this.around.earlier.has(needed)) {
        this.findings.error('WAIT_NEEDS_LATER_STEP', facts, { node: step.id, field });
      }
    }
  }
}
