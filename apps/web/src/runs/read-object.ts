import type { Texts } from '../app/texts/catalogue.js';

/** What was typed, read: the object, or the sentence that says what is wrong with it. */
export const readObject = (
  text: string,
  { commands }: Texts,
): { readonly value?: Record<string, unknown>; readonly fault?: string } => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Record<string, unknown> };
    return { fault: commands.notObject };
  } catch (error) {
    return { fault: commands.notJson(error instanceof Error ? error.message : '') };
  }
};
