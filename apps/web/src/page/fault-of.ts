import type { Problem } from '@potok/contracts';
import { ApiFault } from '../app/api-client.js';
import type { Texts } from '../app/texts/catalogue.js';

export interface ShownFault {
  readonly code: string;
  readonly sentence: string;
  readonly technical?: string;
  /** One sentence for each field at fault. */
  readonly errors?: readonly string[];
}

const own = (texts: Texts, code: string): string | undefined =>
  (texts.page.faults as Readonly<Record<string, string>>)[code];

const technicalOf = ({ status, traceId }: Problem): string =>
  [`HTTP ${status}`, ...(traceId === undefined ? [] : [traceId])].join(' · ');

/** What a person reads of a failure: the API's own sentence, or ours when the API did not speak. */
export const faultOf = (error: unknown, texts: Texts): ShownFault => {
  if (!(error instanceof ApiFault))
    return { code: 'BROKEN', sentence: texts.page.faults.BROKEN, technical: String(error) };
  const { problem } = error;
  const sentence = problem.detail === '' ? (own(texts, problem.code) ?? problem.title) : problem.detail;
  const errors = problem.errors?.map(({ detail }) => detail) ?? [];
  return {
    code: problem.code,
    sentence,
    technical: technicalOf(problem),
    ...(errors.length === 0 ? {} : { errors }),
  };
};
