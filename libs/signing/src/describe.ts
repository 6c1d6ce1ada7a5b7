import type { Finding } from './finding.js';
import type { SigningFault } from './signing-fault.js';
import * as en from './texts.en.js';
import * as ru from './texts.ru.js';

export type Language = 'ru' | 'en';

/** The sentence of a finding, for a person. */
export const describeFinding = ({ code, facts }: Finding, language: Language): string =>
  (language === 'en' ? en : ru).findingTexts[code](facts);

/** The sentence of a fault, for a person. */
export const describeSigningFault = ({ code, facts }: SigningFault, language: Language): string =>
  (language === 'en' ? en : ru).faultTexts[code](facts);
