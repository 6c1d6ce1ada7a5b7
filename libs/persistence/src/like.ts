/** `%text%` for LIKE, with what LIKE reads as a pattern taken literally; nothing for nothing. */
export const likeAnywhere = (text: string | undefined): string | null =>
  text === undefined ? null : `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
