import { aCrmDeal, aCrmLine } from './a-crm-deal.js';
import { fakeCrm } from './fake-crm.js';
import { describeCrmGateway } from './specs/index.js';

describeCrmGateway('the fake CRM', async () => {
  const crm = fakeCrm({ deals: [] });
  let last = 0;
  return {
    gateway: crm,
    buyer: { inn: '7707083893', kpp: '770701001' },
    wonStageId: 'WON',
    textField: 'UF_CRM_UPD',
    givenDeal: async (seed) => {
      last += 1;
      const id = String(last);
      const { title, line } = seed;
      const at = new Date().toISOString();
      crm.put(
        aCrmDeal({
          id,
          title,
          stageId: 'NEW',
          stageMeaning: 'open',
          modifiedAt: at,
          movedAt: at,
          lines: [aCrmLine(line)],
        }),
      );
      return id;
    },
    commentsOf: async (dealId) => crm.comments.filter((note) => note.dealId === dealId).map((note) => note.text),
    tasksOf: async (dealId) => crm.tasks.filter((note) => note.dealId === dealId).map((note) => note.text),
    loseNextAnswer: async () => {
      crm.loseNextAnswer('updateDeal');
    },
  };
});
