import type { Language } from '../../app/texts/language.js';
import type { EditorTexts } from '../../app/texts/catalogue.js';
import type { Point } from '../document/kit.js';
import type { CoachAct } from '../../coach/marks.js';
import type { EditorStoreApi } from '../state/editor-store.js';

/** What the page itself does for an act. */
export interface PageActs {
  readonly publish: () => void;
  readonly run: () => void;
  readonly saved: () => void;
  readonly help: () => void;
  /** Says what is now amiss. */
  readonly tell: (sentence: string) => void;
  /** The one account of this client that could fill a slot of the gateway. */
  readonly onlyAccount: (gateway: string) => string | undefined;
  /** Saves what is unsaved and answers the draft's number; none while there is no line. */
  readonly savedRevision: () => Promise<number | undefined>;
  /** A person has done this: hints that wait for it. */
  readonly did: (act: CoachAct) => void;
  readonly find: () => void;
  readonly settings: () => void;
  readonly toggle: (panel: 'findings' | 'outline' | 'trying') => void;
  readonly extract: () => void;
  readonly connect: (node: string) => void;
  readonly tryStep: (node: string) => void;
  readonly pin: (node: string) => void;
  readonly rename: (node: string) => void;
}

/** The view of the canvas. */
export interface View {
  readonly fit: () => void;
  readonly zoomTo: (zoom: number) => void;
  readonly zoomBy: (factor: number) => void;
  /** The middle of what is seen, in the canvas's measure. */
  readonly middle: () => Point;
  /** Brings a step into sight. */
  readonly reveal: (node: string) => void;
  /** Shows a step and puts the keyboard on it. */
  readonly focus: (node: string) => void;
}

export interface ActContext {
  readonly store: EditorStoreApi;
  readonly page: PageActs;
  readonly view: View;
  readonly texts: EditorTexts;
  readonly language: Language;
}
