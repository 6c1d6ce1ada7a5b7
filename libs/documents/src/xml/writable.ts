const LAST_PLAIN = 0xffff;
const isControl = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code <= 0x9f);
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
const isNoCharacter = (code: number): boolean => code >= 0xfdd0 && (code <= 0xfdef || code >= 0xfffe);

/**
 * The first character that a document's file cannot carry: a control character (XML 1.0 forbids it, GS in a code of
 * marking among them), or an emoji and whatever else lies beyond the basic plane, which receivers cannot show. Signs like
 * «×», «²», «₽» are outside windows-1251 too, but are written as references.
 */
export const findUnwritable = (text: string): string | undefined => {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code > LAST_PLAIN || isControl(code) || isSurrogate(code) || isNoCharacter(code)) return character;
  }
  return undefined;
};
