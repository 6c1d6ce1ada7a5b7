import { NOT_A_FIELD, QUOTED, rewriteTexts } from './rewrite-texts.js';

type Parts = Readonly<Record<string, string | undefined>>;

/** A text in quotes, the trigger, or a step (or wait) by its id. */
const IN_CEL = new RegExp(
  String.raw`${QUOTED}|(?<before>${NOT_A_FIELD})(?:(?<trigger>trigger)(?!\w)|(?<root>steps|waits)(?<join>\s*\.\s*\??\s*|\s*\[\s*\??\s*["'])(?<id>[A-Za-z_]\w*))`,
  'g',
);
const IN_MUSTACHE = new RegExp(
  String.raw`${QUOTED}|(?<before>(?<![\w.@])(?:@root\.)?)(?:(?<trigger>trigger)(?!\w)|(?<root>steps|waits)(?<join>\.)(?<id>[A-Za-z_]\w*))`,
  'g',
);

const reroot = (whole: string, parts: Parts, moved: ReadonlySet<string>): string => {
  const { before = '', trigger, root, join = '', id } = parts;
  if (trigger !== undefined) return `${before}trigger.trigger`;
  if (root === undefined || id === undefined || moved.has(id)) return whole;
  return `${before}${root === 'waits' ? 'trigger.waits' : 'trigger'}${join}${id}`;
};

const rerootedIn = (text: string, pattern: RegExp, moved: ReadonlySet<string>): string =>
  text.replace(pattern, (whole: string, ...rest: readonly unknown[]) => reroot(whole, rest.at(-1) as Parts, moved));

/**
 * Params of steps that have moved into a scenario of their own, which is called with the data they used: `steps.x` of a
 * step that has not moved is read as `trigger.x`, `waits.x` as `trigger.waits.x`, and `trigger` as `trigger.trigger`.
 * Texts in quotes are left alone.
 */
export const rerootReferences = <T>(params: T, moved: ReadonlySet<string>): T =>
  rewriteTexts(params, {
    inCel: (text) => rerootedIn(text, IN_CEL, moved),
    inMustache: (text) => rerootedIn(text, IN_MUSTACHE, moved),
  }) as T;
