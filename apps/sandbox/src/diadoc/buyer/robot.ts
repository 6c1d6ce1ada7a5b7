import { factsOf, isDocument, needsAnswer, needsReceipt, type DocumentEntity } from '../docflow/tree.js';
import { DEFAULT_ROBOT } from '../state/seed.js';
import type { AnswerKind, MessageRecord, RobotSetting } from '../state/state.js';
import type { World } from '../world.js';
import { answerDocument, receiptDocument } from './answer.js';

const RECEIPT_DELAY_MS = 300;

export const robotOf = (world: World, boxId: string): RobotSetting => world.state.robots[boxId] ?? DEFAULT_ROBOT;

/** The buyer's part that needs no person: receipts at once, the answer after the delay of the setting. */
export const wakeRobot = (world: World, message: MessageRecord): void => {
  const setting = robotOf(world, message.toBoxId);
  for (const document of message.entities.filter(isDocument)) {
    if (setting.sendsReceipts && !hasReceipt(message, document)) {
      world.tools.later(RECEIPT_DELAY_MS, () => receiptDocument(world, placeOf(message, document)));
    }
    if (setting.mode !== 'off' && isOpen(message, document)) {
      const kind = setting.mode;
      world.tools.later(setting.delayMs, () => answerIfOpen(world, { message, document, kind }));
    }
  }
};

/** After a restart, and when a setting changes: all that is still open. */
export const wakeRobots = (world: World): void => {
  for (const message of Object.values(world.state.messages)) wakeRobot(world, message);
};

const placeOf = (message: MessageRecord, document: DocumentEntity) => ({
  messageId: message.messageId,
  entityId: document.entityId,
});

const hasReceipt = (message: MessageRecord, document: DocumentEntity): boolean =>
  !needsReceipt(document) || factsOf(message, document).receipt !== undefined;

/** Nobody has answered, and a clarification was not asked for. */
const isOpen = (message: MessageRecord, document: DocumentEntity): boolean => {
  const { buyerTitle, rejection, clarifications, revocation } = factsOf(message, document);
  const isTouched = [buyerTitle, rejection, clarifications[0], revocation].some((one) => one !== undefined);
  return needsAnswer(document) && !isTouched;
};

const answerIfOpen = async (
  world: World,
  { message, document, kind }: { message: MessageRecord; document: DocumentEntity; kind: AnswerKind },
): Promise<void> => {
  const setting = robotOf(world, message.toBoxId);
  if (setting.mode !== kind || !isOpen(message, document)) return;
  const reason = kind === 'sign' ? {} : { reason: setting.reason };
  await answerDocument(world, { ...placeOf(message, document), kind, ...reason });
};
