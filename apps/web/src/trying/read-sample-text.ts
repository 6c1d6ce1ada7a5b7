import type { SampleData } from '@potok/contracts';

/** What a person wrote as a sample's JSON; undefined when it is no JSON object. */
export const readSampleText = (text: string): SampleData | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as SampleData) : undefined;
  } catch {
    return undefined;
  }
};
