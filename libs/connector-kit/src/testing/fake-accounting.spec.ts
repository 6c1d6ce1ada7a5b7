import { fakeAccounting } from './fake-accounting.js';
import { describeAccountingGateway } from './specs/index.js';

describeAccountingGateway('the fake accounting', async () => {
  const accounting = fakeAccounting();
  return {
    gateway: accounting,
    organization: { inn: '7736050003', kpp: '773601001' },
    documentsOf: async (number) =>
      accounting.documents
        .filter((entry) => entry.order.number === number)
        .map(({ isPosted, isMarked }) => ({ isPosted, isMarked })),
    countCounterparties: async (inn) =>
      new Set(accounting.documents.map(({ order }) => order.counterparty.inn).filter((known) => known === inn)).size,
    loseNextAnswer: async () => {
      accounting.loseNextAnswer('post');
    },
  };
});
