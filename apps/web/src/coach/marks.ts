import type { Side } from './place-of.js';

/** What a person has really done in the editor. */
export type CoachAct =
  | 'node-added'
  | 'connected'
  | 'node-opened'
  | 'field-mapped'
  | 'step-tried'
  | 'node-deleted'
  | 'undone'
  | 'findings-shown'
  | 'finding-opened'
  | 'published';

export type CoachMarkId = 'connect' | 'open-node' | 'map-field' | 'try-step' | 'undo' | 'fix-list' | 'publish';

/** A hint that follows one act and is over when another is done. */
export interface CoachMark {
  readonly id: CoachMarkId;
  readonly after: CoachAct;
  readonly until: CoachAct;
  /** Where it may stand, the best first; absent: wherever there is room. */
  readonly sides?: readonly Side[];
  /** It can be done on a phone too, where a drawing is only looked at. */
  readonly isByTouch?: boolean;
}

/** In the order in which they win when several are due. */
export const coachMarks: readonly CoachMark[] = [
  { id: 'connect', after: 'node-added', until: 'connected' },
  { id: 'undo', after: 'node-deleted', until: 'undone' },
  {
    id: 'fix-list',
    after: 'findings-shown',
    until: 'finding-opened',
    sides: ['left', 'below', 'above'],
    isByTouch: true,
  },
  { id: 'open-node', after: 'connected', until: 'node-opened' },
  { id: 'map-field', after: 'node-opened', until: 'field-mapped', sides: ['left', 'above', 'below'] },
  { id: 'try-step', after: 'field-mapped', until: 'step-tried', sides: ['above', 'left', 'below'], isByTouch: true },
  { id: 'publish', after: 'step-tried', until: 'published' },
];
