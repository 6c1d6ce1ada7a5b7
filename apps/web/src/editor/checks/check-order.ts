import type { Finding, Manifest } from '@potok/contracts';
import type { CallPlans } from '@potok/scenario';

/** What the worker beside the page is asked. It has the manifest from its first order. */
export type CheckOrder =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | {
      readonly kind: 'compile';
      readonly id: number;
      readonly language: 'ru' | 'en';
      readonly scenario: unknown;
      readonly callPlans?: CallPlans;
    }
  /** Only the shape of a drawing: of what is pasted or imported. */
  | { readonly kind: 'shape'; readonly id: number; readonly language: 'ru' | 'en'; readonly scenario: unknown };

export interface CheckAnswer {
  readonly id: number;
  readonly findings: readonly Finding[];
  /** Of the plan, when it can be published. */
  readonly hash?: string;
  readonly tookMs: number;
}
