import type { texts as ru } from './fault-texts.ru.js';

export const texts = {
  NODE_BROKEN: 'The step broke on our side. Retry it; if that does not help, tell support.',
  BAD_INPUT: 'The data of the step do not fit its node. Mend them and go on.',
  BAD_OUTPUT: 'The node returned something other than it promised. This is an error on our side.',
  STEP_TIMEOUT: 'The step did not finish in its time. Retry it.',
  RUN_HAS_ENDED: 'The run has ended already ({status}) and takes no command.',
  STEP_NOT_FITTING: 'The run has no step at the moment that this command fits.',
  STEP_NOT_NAMED: 'The command fits several steps. Say which.',
  COMMAND_UNKNOWN: 'There is no command "{kind}".',
  REASON_MISSING: 'Write a reason: it stays in the trail.',
  REQUEST_UNKNOWN: 'The worker does not know such a request: {kind}.',
  REQUEST_MALFORMED: 'The request to the worker is malformed: field {field}.',
  LIST_UNKNOWN: 'This connection has no list "{list}". It has: {known}.',
  CONNECTION_NOT_FOUND: 'The connection does not exist or was removed. Choose another.',
  CONNECTION_MISSING: 'No connection is chosen for "{slot}".',
  CONNECTION_UNAVAILABLE: 'The system does not answer at the moment. We shall try again.',
  ADDRESS_FORBIDDEN:
    'The address {host} is a private one and may not be called. Allow it in the installation settings.',
  DELIVERY_WITHOUT_SCENARIO: 'The call belongs to no scenario.',
  CALLBACK_WITHOUT_ENDPOINT: 'The answer came to an address that is gone.',
  WAIT_ALREADY_ANSWERED: 'The wait was over already; the answer is kept and changed nothing.',
  NODE_TYPE_UNKNOWN: 'This installation has no node {type}.',
} satisfies Record<keyof typeof ru, string>;
