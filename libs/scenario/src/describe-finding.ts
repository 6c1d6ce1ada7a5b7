import type { Finding } from '@potok/contracts';
import type { ScenarioFinding } from './finding.js';
import { texts as english } from './texts.en.js';
import { texts as russian, type FindingCode } from './texts.ru.js';

export type Language = 'ru' | 'en';
type Facts = Readonly<Record<string, unknown>>;
type Sentence = (facts: Facts) => string;

const isFindingCode = (code: string): code is FindingCode => Object.hasOwn(russian, code);

/** The sentence of a code of this library with its facts, also as a stored fault has them; `undefined` for other codes. */
export const describeCode = (code: string, facts: Facts, language: Language): string | undefined =>
  isFindingCode(code) ? ((language === 'ru' ? russian : english)[code] as Sentence)(facts) : undefined;

/** The sentence of a finding, in the caller's language. */
export const describeFinding = ({ code, facts }: ScenarioFinding, language: Language): string =>
  describeCode(code, facts, language) ?? code;

/** A finding as the API gives it out. */
export const withSentence = (finding: ScenarioFinding, language: Language): Finding => ({
  ...finding,
  detail: describeFinding(finding, language),
});
