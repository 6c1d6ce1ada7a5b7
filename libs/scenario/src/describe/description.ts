/** A piece of text; `isName`: what people call a step, a field or a parameter, drawn as a chip. */
export interface PhrasePart {
  readonly text: string;
  readonly isName?: true;
}
export type Phrase = readonly PhrasePart[];

export interface DescribedSetting {
  readonly title: string;
  readonly value: Phrase;
}

/** A way out of a step; without `to` the run ends there. */
export interface DescribedExit {
  /** When the run leaves by it; absent where there is no choice. */
  readonly when?: Phrase;
  readonly to?: { readonly number: number; readonly name: string };
}

export interface DescribedStep {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly kind: 'trigger' | 'wait' | 'node' | 'flow';
  /** What a node of this type does, in a sentence. */
  readonly does: string;
  /** The system that it speaks to: the connection bound, else the slot. */
  readonly where?: string;
  readonly settings: readonly DescribedSetting[];
  /** How long it waits and what is then. */
  readonly waits?: Phrase;
  readonly exits: readonly DescribedExit[];
  /** What happens on a fault, where it is not the usual. */
  readonly onFault?: string;
  /** How what it does is taken back; absent where it changes nothing. */
  readonly undo?: { readonly kind: 'undoable' | 'legal' | 'final'; readonly said: Phrase };
  readonly note?: string;
  readonly isSkipped: boolean;
  readonly isReached: boolean;
}

/** The main graph, or a compensation path. */
export interface DescribedPart {
  readonly id: string;
  readonly kind: 'main' | 'annul' | 'correct';
  readonly title: string;
  /** When a path is walked. */
  readonly about?: string;
  readonly steps: readonly DescribedStep[];
}

export interface DescribedSlot {
  readonly title: string;
  readonly gateway: string;
  /** The connection that fills it. */
  readonly connection?: string;
}

export interface DescribedParameter {
  readonly title: string;
  /** Absent while nothing is chosen. */
  readonly value?: string;
  readonly isDefault: boolean;
}

/** A scenario in words, for people who will never see the drawing. */
export interface ScenarioDescription {
  readonly title: string;
  readonly about?: string;
  /** What starts a run. */
  readonly start?: string;
  readonly slots: readonly DescribedSlot[];
  readonly parameters: readonly DescribedParameter[];
  readonly parts: readonly DescribedPart[];
  /** What holds for every step that says nothing else. */
  readonly rules: readonly string[];
  readonly notes: readonly string[];
}
