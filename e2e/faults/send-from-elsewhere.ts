import { randomUUID } from 'node:crypto';
import { demoBuyers, demoSeller } from '@potok/sandbox/demo';
import { Api } from '../../apps/sandbox/src/diadoc/testing/api.js';
import { makeKey, makeUpd, sign } from '../../apps/sandbox/src/diadoc/testing/seller.js';
import { MessageToPost } from '../../apps/sandbox/src/diadoc/wire/message-to-post.js';
import { readStack } from '../support/stack.js';

/** Sends a document from our box by another program than Potok. Answers its number: Potok knows nothing of it. */
export const sendFromElsewhere = async (): Promise<string> => {
  const buyer = demoBuyers.find(({ key }) => key === 'romashka');
  if (buyer === undefined) throw new Error('The demo has no «Ромашка»');
  const number = `Ч-${Date.now()}`;
  const title = makeUpd(buyer, number);
  const api = await new Api(`${readStack().sandboxUrl}/diadoc`).login();
  const answer = await api.post(`/V3/PostMessage?operationId=${randomUUID()}`, MessageToPost, {
    FromBoxId: demoSeller.diadoc.boxId,
    ToBoxId: buyer.diadoc.boxId,
    DocumentAttachments: [
      {
        SignedContent: { Content: title.bytes, Signature: sign(makeKey(demoSeller), title.bytes) },
        TypeNamedId: 'UniversalTransferDocument',
        Function: 'СЧФДОП',
        Version: 'utd970_05_03_01',
      },
    ],
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return number;
};
