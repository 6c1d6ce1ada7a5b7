import { TextDiff } from './text-diff.js';

/** The XML of one document before and after. */
export const XmlDiff = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <TextDiff before={before} after={after} language="xml" />
);
