const STEP = '  ';
const TAG = /<[^>]+>/g;

/** XML of one line made readable: an element a line. Only for looking at: what is copied stays as it was built. */
export const indentXml = (text: string): string => {
  if (text.includes('\n<')) return text;
  let depth = 0;
  let end = 0;
  let out = '';
  for (const match of text.matchAll(TAG)) {
    const [tag] = match;
    const between = text.slice(end, match.index);
    end = match.index + tag.length;
    if (tag.startsWith('</')) depth -= 1;
    out += before(tag, { out, between, depth }) + tag;
    if (opens(tag)) depth += 1;
  }
  return out + text.slice(end);
};

const opens = (tag: string): boolean => !/^<[/?!]/.test(tag) && !tag.endsWith('/>');

/** Text stays on the line of its element. */
const before = (
  tag: string,
  at: { readonly out: string; readonly between: string; readonly depth: number },
): string => {
  if (at.between.trim() !== '') return at.between;
  return at.out === '' || isLeafEnd(at.out, tag) ? '' : `\n${STEP.repeat(Math.max(at.depth, 0))}`;
};

/** `<a></a>` stays together. */
const isLeafEnd = (out: string, tag: string): boolean => {
  const opening = out.slice(out.lastIndexOf('<'));
  if (!tag.startsWith('</') || opening.startsWith('</') || opening.endsWith('/>')) return false;
  return opening.slice(1, -1).split(/\s/)[0] === tag.slice(2, -1);
};
