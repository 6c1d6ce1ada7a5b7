import { NOT_A_FIELD, QUOTED, rewriteTexts } from './rewrite-texts.js';

type Names = ReadonlyMap<string, string>;

type Parts = Readonly<Record<string, string | undefined>>;

/** A text in quotes, or a reference to a step. */
const IN_CEL = new RegExp(
  String.raw`${QUOTED}|(?<before>${NOT_A_FIELD}(?:steps|waits)(?:\s*\.\s*\??\s*|\s*\[\s*\??\s*["']))(?<id>[A-Za-z_]\w*)`,
  'g',
);
const IN_MUSTACHE = new RegExp(
  String.raw`${QUOTED}|(?<before>(?<![\w.])(?:@root\.)?(?:steps|waits)\.)(?<id>[A-Za-z_]\w*)`,
  'g',
);

const renamedIn = (text: string, pattern: RegExp, names: Names): string =>
  text.replace(pattern, (whole: string, ...rest: readonly unknown[]) => {
    const { before, id } = rest.at(-1) as Parts;
    return before === undefined || id === undefined ? whole : before + (names.get(id) ?? id);
  });

/**
 * Params whose expressions and templates name steps by new ids: for steps that were copied, or put into another drawing.
 * Ids without a new name stay; texts in quotes are left alone.
 */
export const renameSteps = <T>(params: T, names: Names): T =>
  rewriteTexts(params, {
    inCel: (text) => renamedIn(text, IN_CEL, names),
    inMustache: (text) => renamedIn(text, IN_MUSTACHE, names),
  }) as T;
