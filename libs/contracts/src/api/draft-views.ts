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
