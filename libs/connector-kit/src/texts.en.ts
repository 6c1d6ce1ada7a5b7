import { text } from './fact-text.js';
import type { texts as russian } from './texts.ru.js';

export const texts: typeof russian = {
  TOO_MANY_REQUESTS: (facts) => `${text(facts, 'system')} asks for a pause: too many calls. We will try again.`,
  SYSTEM_UNAVAILABLE: (facts) =>
    `${text(facts, 'system')} is unavailable for now (status ${text(facts, 'status')}). We will try again.`,
  NOT_AUTHORIZED: (facts) =>
    `${text(facts, 'system')} does not accept the credentials. Open the connection and enter them again.`,
  PAYMENT_REQUIRED: (facts) => `The paid API subscription of ${text(facts, 'system')} is over. Renew it.`,
  ACCESS_DENIED: (facts) =>
    `${text(facts, 'system')} gives no access: ${text(facts, 'words')}. Check the rights of the connection's user.`,
  CALL_REFUSED: (facts) => `${text(facts, 'system')} refused the call: ${text(facts, 'words')}.`,
  UNEXPECTED_ANSWER: (facts) =>
    `${text(facts, 'system')} answered something else than expected. It may be a login page or maintenance: check the connection's address.`,
  NETWORK_FAILED: (facts) => `No connection to ${text(facts, 'host')} (${text(facts, 'reason')}). We will try again.`,
  DEADLINE_EXCEEDED: (facts) =>
    `${text(facts, 'host')} did not answer within ${text(facts, 'timeoutMs')} ms. We will try again.`,
  CERTIFICATE_NOT_TRUSTED: (facts) =>
    `The certificate of ${text(facts, 'host')} cannot be trusted (${text(facts, 'reason')}). Check the connection's address.`,
  ADDRESS_FORBIDDEN: (facts) =>
    `The address ${text(facts, 'host')} leads into an internal network. Give a public one, or ask the administrator to allow it.`,
  BAD_ADDRESS: () => 'The address cannot be read. A full one that starts with https:// is needed.',
  BAD_CALL: (facts) =>
    `The call to ${text(facts, 'host')} is wrong: HTTP knows no such method or header. Check them in the step.`,
  BODY_TOO_BIG: (facts) => `The data to send is over ${text(facts, 'maxBytes')} bytes. Make it smaller or split it.`,
  ANSWER_TOO_BIG: (facts) =>
    `The answer of ${text(facts, 'host')} is over ${text(facts, 'maxBytes')} bytes. Ask for less.`,
  TOO_MANY_REDIRECTS: (facts) => `${text(facts, 'host')} redirects in a circle. Check the address.`,
  REDIRECT_TO_PLAIN_HTTP: (facts) =>
    `${text(facts, 'host')} redirects from https to http. Give the final, protected address.`,
};
