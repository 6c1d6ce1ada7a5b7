const TAG = /<[^>]+>/g;

const isClosing = (tag: string): boolean => tag.startsWith('</');
const isWhole = (tag: string): boolean => tag.endsWith('/>') || tag.startsWith('<?') || tag.startsWith('<!');

/** XML with one element a line, for reading; text of an element stays on its line. */
export const prettyXml = (xml: string): string => {
  const lines: string[] = [];
  let depth = 0;
  let end = 0;
  let wasOpening = false;
  for (const { 0: tag, index } of xml.matchAll(TAG)) {
    const text = xml.slice(end, index).trim();
    end = index + tag.length;
    if (isClosing(tag)) depth -= 1;
    const joinsLast = wasOpening && isClosing(tag);
    if (joinsLast) lines.push(`${lines.pop() ?? ''}${text}${tag}`);
    else lines.push(`${'  '.repeat(Math.max(0, depth))}${text}${tag}`);
    wasOpening = !isClosing(tag) && !isWhole(tag);
    if (wasOpening) depth += 1;
  }
  return lines.join('\n');
};
