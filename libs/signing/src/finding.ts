import type { CertificateFacts } from './certificate.js';
import type { FindingCode } from './texts.ru.js';

/** One reason why a signature is not valid. Sentences are in `texts.*.ts`. */
export interface Finding {
  readonly code: FindingCode;
  readonly facts: Readonly<Record<string, string>>;
}

export const finding = (code: FindingCode, facts: Readonly<Record<string, string>> = {}): Finding => ({ code, facts });

/** «12.05.2027», in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10).split('-').reverse().join('.');

export const isValidAt = ({ notBefore, notAfter }: CertificateFacts, at: Date): boolean =>
  notBefore <= at && at <= notAfter;
