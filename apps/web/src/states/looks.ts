import type { ConnectionView, DeliveryView, Headline, RunStatus, StepStatus } from '@potok/contracts';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowsDiff,
  IconBan,
  IconCheck,
  IconClock,
  IconCopyOff,
  IconFilterOff,
  IconHandStop,
  IconHelp,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  IconPlayerSkipForward,
  IconProgress,
  IconReload,
  IconReplace,
  IconSend,
  IconWritingSign,
  IconX,
} from '@tabler/icons-react';
import type { Texts } from '../app/texts/catalogue.js';
import type { Look } from './state-mark.js';

export const runLooks: Readonly<Record<RunStatus, Look>> = {
  accepted: { hue: 'slate', icon: IconClock },
  running: { hue: 'blue', icon: IconProgress },
  waiting: { hue: 'violet', icon: IconHourglass },
  paused: { hue: 'slate', icon: IconPlayerPause },
  'needs-a-person': { hue: 'amber', icon: IconHandStop },
  undoing: { hue: 'amber', icon: IconArrowBackUp },
  done: { hue: 'green', icon: IconCheck },
  undone: { hue: 'grey', icon: IconArrowBackUp },
  cancelled: { hue: 'grey', icon: IconBan },
  'closed-by-person': { hue: 'grey', icon: IconBan },
};

export const stepLooks: Readonly<Record<StepStatus, Look>> = {
  started: { hue: 'blue', icon: IconProgress },
  waiting: { hue: 'violet', icon: IconHourglass },
  retrying: { hue: 'amber', icon: IconReload },
  done: { hue: 'green', icon: IconCheck },
  faulted: { hue: 'red', icon: IconAlertTriangle },
  skipped: { hue: 'grey', icon: IconPlayerSkipForward },
  undone: { hue: 'grey', icon: IconArrowBackUp },
  'undo-failed': { hue: 'red', icon: IconAlertTriangle },
};

export const documentLooks: Readonly<Record<Headline, Look>> = {
  draft: { hue: 'slate', icon: IconPencil },
  'waiting-for-our-signature': { hue: 'slate', icon: IconClock },
  signed: { hue: 'blue', icon: IconWritingSign },
  sent: { hue: 'blue', icon: IconSend },
  'waiting-for-buyer': { hue: 'violet', icon: IconHourglass },
  accepted: { hue: 'green', icon: IconWritingSign },
  'accepted-with-discrepancies': { hue: 'amber', icon: IconArrowsDiff },
  rejected: { hue: 'red', icon: IconX },
  'clarification-requested': { hue: 'amber', icon: IconHelp },
  'annulment-requested': { hue: 'amber', icon: IconBan },
  annulled: { hue: 'grey', icon: IconBan },
  corrected: { hue: 'grey', icon: IconReplace },
  exported: { hue: 'green', icon: IconCheck },
  failed: { hue: 'red', icon: IconAlertTriangle },
};

type WaitName = keyof Texts['states']['waitFor'];

const waitNames: readonly (readonly [RegExp, WaitName])[] = [
  [/^retry$/, 'retry'],
  [/^run$/, 'run'],
  [/sign/, 'signature'],
  [/answer|outcome|docflow/, 'answer'],
  [/callback/, 'callback'],
  [/time|wait|until/, 'time'],
  [/person|task/, 'person'],
];

const waitNameOf = (kind: string): WaitName => waitNames.find(([pattern]) => pattern.test(kind))?.[1] ?? 'other';

/** «подписи», «ответа покупателя»: the kind of a wait in words. */
export const waitWords = (kind: string, texts: Texts): string => texts.states.waitFor[waitNameOf(kind)];

const ours: Look = { hue: 'slate', icon: IconClock };
const theirs: Look = { hue: 'violet', icon: IconHourglass };
const waitLooksByName: Readonly<Record<WaitName, Look>> = {
  signature: ours,
  person: ours,
  time: ours,
  answer: theirs,
  callback: theirs,
  other: theirs,
  run: { hue: 'blue', icon: IconProgress },
  retry: { hue: 'amber', icon: IconReload },
};

/** Slate where it is our turn or the clock's, violet where it is the other side's. */
export const waitLook = (kind: string): Look => waitLooksByName[waitNameOf(kind)];

/** All headlines, in the order of a document's life. */
export const headlines = Object.keys(documentLooks) as readonly Headline[];

export const deliveryLooks: Readonly<Record<DeliveryView['status'], Look>> = {
  accepted: { hue: 'slate', icon: IconClock },
  admitted: { hue: 'green', icon: IconCheck },
  repeat: { hue: 'grey', icon: IconCopyOff },
  ignored: { hue: 'grey', icon: IconFilterOff },
  failed: { hue: 'red', icon: IconAlertTriangle },
};

export const connectionLooks: Readonly<Record<ConnectionView['status'], Look>> = {
  unchecked: { hue: 'slate', icon: IconHelp },
  works: { hue: 'green', icon: IconCheck },
  fails: { hue: 'red', icon: IconAlertTriangle },
};
