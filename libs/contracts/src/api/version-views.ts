import type { Binding, Scenario } from '../scenario.js';
import type { Finding } from './views.js';

/** Answers of the HTTP API about the history of a scenario. See views.ts. */

export interface ChangeLineView {
  readonly text: string;
  /** Of a field: JSON pointer, its title, and both sides in words. */
  readonly field?: {
    readonly pointer: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
  };
}
/** What has changed of one thing (a step, a slot, a note), in words. */
export interface ChangeGroupView {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly graph?: string;
  readonly node?: string;
  readonly title: string;
  readonly lines: readonly ChangeLineView[];
  /** No run would notice it. */
  readonly isLayoutOnly: boolean;
}

/** What publishing the draft would do. */
export interface PublishPreviewView {
  readonly draftRevision: number;
  /** The number that the version would get. */
  readonly nextNumber: number;
  /** What is published now; absent before the first time. */
  readonly published?: { readonly versionId: string; readonly number: number; readonly publishedAt: string };
  readonly findings: readonly Finding[];
  /** No finding is an error. */
  readonly canPublish: boolean;
  /** The plan would be the one that is published: at most layout, notes and the binding differ. */
  readonly isSamePlan: boolean;
  /** Against what is published; empty before the first time. */
  readonly changes: readonly ChangeGroupView[];
  /** Versions that runs still go on, and will end on. */
  readonly runs: readonly { readonly versionId: string; readonly number: number; readonly openRuns: number }[];
  /** Who has changed the draft since the last publishing, the latest first. */
  readonly authors: readonly { readonly name: string; readonly isYou: boolean; readonly at: string }[];
}

/** A draft that was kept when something older took its place. */
export interface DraftCopyView {
  readonly id: string;
  readonly keptAt: string;
  readonly by: string;
  readonly revision: number;
  readonly scenario: Scenario;
  readonly binding: Binding;
}
