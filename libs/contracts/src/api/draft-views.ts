import type { Binding, Scenario } from '../scenario.js';
import type { CheckView, ScenarioDetailView } from './views.js';

/** What a scenario's file names and this workspace has not, or has twice. */
export interface MissingView {
  readonly kind: 'connection' | 'scenario' | 'certificate' | 'organization';
  /** As the file says it: name of a connection or scenario, thumbprint, ИНН. */
  readonly name: string;
  /** Of a connection: the slot that it was to fill, and its system. */
  readonly slot?: string;
  readonly system?: string;
}

/** A file as it would become a scenario here. `hash`: its plan, when nothing stands against publishing it. */
export interface FileCheckView extends CheckView {
  readonly scenario: Scenario;
  /** What of the file's own binding was found here. */
  readonly binding: Binding;
  readonly missing: readonly MissingView[];
}

export interface ImportedView extends ScenarioDetailView {
  readonly missing: readonly MissingView[];
}

/** What a save of a draft answers to a browser that has the draft itself (`?view=saved`). */
export interface SavedView {
  readonly draftRevision: number;
  readonly updatedAt: string;
}

/** Answer to the beat of a browser tab that has a scenario open. Names only. */
export interface PresenceView {
  /** Oldest first. `isYou`: the same person, perhaps in another tab. */
  readonly people: readonly {
    readonly tab: string;
    readonly name: string;
    readonly isYou: boolean;
    readonly since: string;
  }[];
  /** The one tab that edits, when there is one; `isYours`: it is this very tab. */
  readonly lock?: {
    readonly tab: string;
    readonly name: string;
    readonly since: string;
    readonly isYours: boolean;
  };
  readonly draftRevision: number;
}
