import { fitOf, type Fit } from './fits.js';
import { likenessOf, meaningOf, type Likeness, type Meaning } from './likeness.js';
import type { SourceNode } from './source-tree.js';
import type { TargetNode } from './target-tree.js';

/** A mapping that somebody may want; nothing is applied until a person accepts it. */
export interface Suggestion {
  readonly target: string;
  readonly source: string;
  readonly how: 'value' | 'whole' | 'loop';
  /** From 0 to 1. */
  readonly score: number;
  readonly by: Likeness;
  readonly fit: Exclude<Fit, 'no'>;
}

/** Below this nothing is suggested. */
export const SUGGESTION_THRESHOLD = 0.6;

interface Known<N> {
  readonly node: N;
  readonly meaning: Meaning;
}

const keysIn = (path: string): readonly string[] => path.split('/').filter((key) => key !== '' && key !== '*');

const knownSources = (nodes: readonly SourceNode[], around: readonly string[]): readonly Known<SourceNode>[] =>
  nodes.flatMap((node) => [
    { node, meaning: meaningOf(node.key, node.title, around) },
    // Steps and roots are no objects of the field: what is in them stands at the top.
    ...knownSources(node.inner, isTop(node.id) ? [] : [...around, node.key]),
  ]);

const isTop = (id: string): boolean => id.split('/').length - 1 <= (id.startsWith('/steps/') ? 2 : 1);

// Trees stay the same from keystroke to keystroke, so names are read once.
const readSources = new WeakMap<readonly SourceNode[], readonly Known<SourceNode>[]>();
const readTargets = new WeakMap<TargetNode, Meaning>();

const sourcesRead = (nodes: readonly SourceNode[]): readonly Known<SourceNode>[] => {
  const read = readSources.get(nodes) ?? knownSources(nodes, []);
  readSources.set(nodes, read);
  return read;
};

const meaningOfTarget = (node: TargetNode, base: string): Meaning => {
  const { key, title, pointer } = node;
  const meaning = readTargets.get(node) ?? meaningOf(key, title, keysIn(pointer.slice(base.length)).slice(0, -1));
  readTargets.set(node, meaning);
  return meaning;
};

const FIT_SCORE: Readonly<Record<Fit, number>> = { yes: 0.05, maybe: -0.1, no: -1 };

const howOf = (target: TargetNode, fit: Fit): Suggestion['how'] | undefined => {
  if (target.kind === 'leaf') return fit === 'no' ? undefined : 'value';
  if (fit !== 'no') return 'whole';
  return target.kind === 'list' ? 'loop' : undefined;
};

const suggestionOf = (target: Known<TargetNode>, source: Known<SourceNode>): Suggestion | undefined => {
  const isLeaf = target.node.kind === 'leaf';
  if (isLeaf !== (source.node.kind === 'leaf') || (!isLeaf && target.node.kind !== source.node.kind)) return undefined;
  const likeness = likenessOf(target.meaning, source.meaning);
  if (likeness === undefined) return undefined;
  const fit = fitOf(source.node.schema, target.node.schema);
  const how = howOf(target.node, fit);
  if (how === undefined) return undefined;
  const score = Math.min(1, likeness.score + (how === 'loop' ? 0 : FIT_SCORE[fit]));
  if (score < SUGGESTION_THRESHOLD) return undefined;
  const { pointer } = target.node;
  return { target: pointer, source: source.node.id, how, score, by: likeness.by, fit: fit === 'no' ? 'maybe' : fit };
};

interface Given {
  readonly targets: readonly TargetNode[];
  readonly sources: readonly SourceNode[];
  /** What is filled already, by target pointer, and from where. */
  readonly filled: ReadonlyMap<string, string | undefined>;
  /** Where the target tree stands in the params. */
  readonly at?: string;
}

class Suggesting {
  readonly found: Suggestion[] = [];
  private readonly sources: readonly Known<SourceNode>[];
  private readonly base: string;

  constructor(private readonly given: Given) {
    this.sources = sourcesRead(given.sources);
    this.base = given.at ?? '';
  }

  /** `list` is the source list whose items may be used; outside loops there is none. */
  walk(targets: readonly TargetNode[], list: string | undefined): void {
    for (const target of targets) this.take(target, list);
  }

  private take(target: TargetNode, list: string | undefined): void {
    const { filled } = this.given;
    if (filled.has(target.pointer)) {
      this.walkFilled(target, list);
      return;
    }
    const hasFilled = [...filled.keys()].some((pointer) => pointer.startsWith(`${target.pointer}/`));
    const best = hasFilled ? undefined : this.bestFor(target, list);
    if (best !== undefined) this.found.push(best);
    if (best?.how === 'loop') this.walk(target.inner, best.source);
    else if (best === undefined && target.kind === 'object' && this.isExpected(target, hasFilled)) {
      this.walk(target.inner, list);
    }
  }

  /** Parts that nobody has begun, and that nothing that flows in is like, are left alone. */
  private isExpected(target: TargetNode, hasFilled: boolean): boolean {
    if (target.isRequired || hasFilled) return true;
    const meaning = meaningOfTarget(target, this.base);
    return this.sources.some(
      ({ node, meaning: own }) =>
        node.kind === 'object' && (likenessOf(meaning, own)?.score ?? 0) >= SUGGESTION_THRESHOLD,
    );
  }

  /** A field that is filled as a whole leaves nothing to suggest; a loop leaves its items. */
  private walkFilled(target: TargetNode, list: string | undefined): void {
    if (target.kind === 'list') {
      const walked = this.given.filled.get(target.pointer);
      if (walked !== undefined) this.walk(target.inner, walked);
    } else if (target.kind === 'object' && this.given.filled.get(target.pointer) === '') {
      this.walk(target.inner, list);
    }
  }

  private bestFor(target: TargetNode, list: string | undefined): Suggestion | undefined {
    const known = { node: target, meaning: meaningOfTarget(target, this.base) };
    let best: Suggestion | undefined;
    for (const source of this.sources) {
      if (source.node.list !== list) continue;
      const suggestion = suggestionOf(known, source);
      // The later step is the nearer one, so it wins when two are alike.
      if (suggestion !== undefined && suggestion.score >= (best?.score ?? 0)) best = suggestion;
    }
    return best;
  }
}

/**
 * What may fill the empty fields, by name and kind: leaves, whole objects and lists whose schemas fit, and loops whose
 * items are suggested one by one. `filled` names the fields with a value; for a loop, the id of the list that it walks.
 */
export const suggestMappings = (given: Given): readonly Suggestion[] => {
  const suggesting = new Suggesting(given);
  suggesting.walk(given.targets, undefined);
  return suggesting.found;
};
