import { aCounterparty, aSendOrder, fakeOperator } from './fake-operator.js';
import { describeOperatorGateway } from './specs/index.js';

describeOperatorGateway('the fake operator', async () => {
  const stranger = aCounterparty({ boxId: 'stranger-box', inn: '7710140679', relation: 'none' });
  const operator = fakeOperator({ counterparties: [aCounterparty(), stranger] });
  const file = { fileName: 'title.xml', bytes: new Uint8Array([60]), signature: new Uint8Array([1]) };
  return {
    gateway: operator,
    boxId: 'our-box',
    partner: aCounterparty(),
    stranger,
    anOrder: async (number) => aSendOrder({ number }),
    countSent: async (number) => operator.sent.filter((one) => one.order.number === number).length,
    buyerAccepts: async (messageId) => void operator.emit(messageId, 'accepted', { file }),
    buyerRejects: async (messageId, reason) => void operator.emit(messageId, 'rejected', { facts: { reason } }),
    buyerAsks: async (messageId, reason) =>
      void operator.emit(messageId, 'clarification-requested', { facts: { reason }, file }),
    buyerDemandsReceipt: async (messageId) => {
      const { facts } = operator.emit(messageId, 'accepted', { file });
      operator.emit(messageId, 'receipt-required', { facts: { entityId: facts.entityId ?? '' } });
    },
    sign: async () => new Uint8Array([1]),
    loseNextAnswer: async () => {
      operator.loseNextAnswer('send');
    },
  };
});
