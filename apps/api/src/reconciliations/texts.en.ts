import type { ReconciliationTexts } from './texts.ru.js';

export const texts: ReconciliationTexts = {
  gaps: {
    EVENT_LOST: 'Document No. {number}: the operator has an event of {at} that never came to us. It was handed over.',
    EVENT_KEPT: 'An event was kept until its document or wait came to be; it was handed over now.',
    DOCUMENT_AT_OPERATOR_UNKNOWN:
      'The operator holds document No. {number} of {date} from our box (message {messageId}) whose sending we have not recorded. Check it by hand.',
    DOCUMENT_SENDING_UNRECORDED:
      'Document No. {number} is at the operator, but its sending was not recorded here. It is now: message {messageId}.',
    DOCUMENT_NOT_AT_OPERATOR:
      'Document No. {number} counts as sent here (message {messageId}), but the operator does not have it. Ask the operator.',
    DOCUMENT_SENT_TWICE:
      'Document No. {number} of {date} is at the operator twice: messages {messageIds}. Decide which one to annul.',
    DOCUMENT_WITHOUT_RUN: 'Document No. {number} belongs to no run.',
    POSTING_TWICE: 'Document No. {number} is posted twice in accounting: {entryIds}. Decide which entry to take back.',
    POSTING_ABSENT: 'Document No. {number} is marked as posted here, but accounting has not posted it.',
    POSTING_UNRECORDED: 'Document No. {number} is posted in accounting, but was not marked here. It is now.',
    POSTING_NOT_UNDONE: 'Document No. {number}: its posting was undone here, but it is still posted in accounting.',
    POSTING_UNKNOWN:
      'Accounting has posted document No. {number} of {date} with our mark, but we have made no such posting. Check it by hand.',
    ORDER_STUCK: 'An order to the engine lies since {since}, attempts: {attempts}.',
    START_LOST: 'A run was accepted and the engine never learned of it. It was sent to the engine again.',
    DELIVERY_STUCK: 'An incoming event is undecided since {since}, attempts: {attempts}.',
    WAIT_WITHOUT_RUN: 'A wait was left by a run that has ended. It was closed.',
    NEWS_NOT_TAKEN: 'What a run waited for has come, and the run did not learn of it. It was woken.',
    RUN_LOST: 'The run is open here, but the engine does not carry it. It was stopped for a person to decide.',
  },
  comparisons: {
    outbox: 'Orders to the engine',
    inbox: 'Incoming events',
    waits: 'Waits',
    runs: 'Runs and the engine',
    documents: 'Documents and runs',
    'operator-events': 'Events of the operator',
    'operator-box': 'What the box has sent',
    'accounting-steps': 'Our postings in accounting',
    'accounting-books': 'Entries of accounting with our mark',
  },
  notOffered: '{what}: not compared, the system gives no list.',
  failed: '{what}: not compared. {why}',
  failedAtAll: 'The reconciliation broke off: {why}',
};
