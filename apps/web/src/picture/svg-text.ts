const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// XML 1.0 has no place for these, escaped or not.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as XML may hold it. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const NARROW = /[ilj.,'|:;!()[\]ft ·]/;
const WIDE = /[мшщжюыфмМШЩЖЮЫФwmWM@№]/;

const emOf = (sign: string): number => {
  if (NARROW.test(sign)) return 0.34;
  if (WIDE.test(sign)) return 0.86;
  return sign === sign.toLowerCase() ? 0.58 : 0.72;
};

/** How wide a text will be, roughly and rather too much: a picture is made where nothing can be measured. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + emOf(sign) * size, 0);

/** The text, or its beginning with «…» where it does not fit. */
export const fitText = (text: string, size: number, width: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (widthOf(line, size) <= width) return line;
  let left = width - size;
  let end = 0;
  const signs = Array.from(line);
  while (end < signs.length && left > 0) left -= emOf(signs[end++] ?? '') * size;
  return `${signs
    .slice(0, Math.max(1, end - 1))
    .join('')
    .trimEnd()}…`;
};

/** Words in lines that fit; what is left over ends in «…». */
export const wrapText = (
  text: string,
  size: number,
  box: { readonly width: number; readonly lines: number },
): string[] => {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (widthOf(longer, size) <= box.width || last === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= box.lines) return lines.map((line) => fitText(line, size, box.width));
  const kept = lines.slice(0, box.lines);
  return kept.map((line, index) => fitText(index === box.lines - 1 ? `${line} …` : line, size, box.width));
};
