import type { SigningFaultCode } from './texts.ru.js';

/** What went wrong with a key, a certificate or an envelope. Sentences are in `texts.*.ts`; facts hold no secret. */
export class SigningFault extends Error {
  constructor(
    readonly code: SigningFaultCode,
    readonly facts: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'SigningFault';
  }
}
