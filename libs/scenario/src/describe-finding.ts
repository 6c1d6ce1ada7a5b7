import type { Finding } from '@potok/contracts';
import type { ScenarioFinding } from './finding.js';
import { texts as english } from './texts.en.js';
import { texts as russian } from './texts.ru.js';

type Sentence = (facts: Readonly<Record<string, unknown>>) => string;

/** The sentence of a finding, in the caller's language. */
export const describeFinding = ({ code, facts }: ScenarioFinding, language: 'ru' | 'en'): string =>
  ((language === 'ru' ? russian : english)[code] as Sentence)(facts);

/** A finding as the API gives it out. */
export const withSentence = (finding: ScenarioFinding, language: 'ru' | 'en'): Finding => ({
  ...finding,
  detail: describeFinding(finding, language),
});
