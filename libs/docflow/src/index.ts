export { foldEvent, raiseDelivery, markCorrected } from './fold-event.js';
export { headlineOf } from './headline.js';
export { answerOf, WAIT_OUTCOMES, type WaitOutcome } from './wait-outcome.js';
export { owedReceipt, type OwedReceipt } from './owed-receipt.js';
