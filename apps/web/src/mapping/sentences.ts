import { type AnyManifest, fillSentence } from '@potok/contracts';
import { describeCode } from '@potok/scenario';
import { sentenceOf } from '@potok/documents';
import type { Language } from '../app/texts/language.js';

interface Coded {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The sentence of whatever a mapping, a document's rules or the node itself find. */
export const sentenceFor = (finding: Coded, manifest: AnyManifest, language: Language): string => {
  const { code, facts } = finding;
  const ofNode = manifest.sentences?.[code]?.[language];
  if (ofNode !== undefined) return fillSentence(ofNode, facts);
  return describeCode(code, facts, language) ?? sentenceOf({ code, facts: facts }, language);
};
