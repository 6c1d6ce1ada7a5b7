import type { Finding } from './finding.js';
import type { SigningFault } from './signing-fault.js';
import { faultTexts as faultsEn, findingTexts as findingsEn } from './texts.en.js';
import { faultTexts as faultsRu, findingTexts as findingsRu } from './texts.ru.js';

export type Language = 'ru' | 'en';

/** The sentence of a finding, for a person. */
export const describeFinding = ({ code, facts }: Finding, language: Language): string =>
  (language === 'en' ? findingsEn : findingsRu)[code](facts);

/** The sentence of a fault, for a person. */
export const describeSigningFault = ({ code, facts }: SigningFault, language: Language): string =>
  (language === 'en' ? faultsEn : faultsRu)[code](facts);
