import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { demoBuyers, demoSeller } from '../../demo.js';
import { Api, read } from '../testing/api.js';
import { makeKey, makeUpd, sign } from '../testing/seller.js';
import { Stand } from '../testing/stand.js';
import { Message } from '../wire/message.js';
import { MessageToPost } from '../wire/message-to-post.js';

jest.setTimeout(60_000);

let stand: Stand;
let api: Api;
beforeAll(async () => {
  stand = await Stand.open();
  api = await new Api(stand.api).login();
});
afterAll(() => stand.close());

const put = async (path: string, body: Uint8Array | string = ''): Promise<string> =>
  (await api.call(path, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body) })).text();

describe('the shelf', () => {
  it('takes a file by parts in any order, names the missing ones, and gives it back', async () => {
    const name = await put('/ShelfUploadPartInit?fileExtension=xml');
    expect(await put(`/ShelfUploadPart?fileName=${name}&partIndex=2&isLastPart=True`, 'c')).toBe('0\n1');
    expect((await api.call(`/V2/ShelfDownload?fileName=${name}`)).status).toBe(400);
    await put(`/ShelfUploadPart?fileName=${name}&partIndex=0`, 'a');
    expect(await put(`/ShelfUploadPart?fileName=${name}&partIndex=1`, 'b')).toBe('');
    expect(await (await api.call(`/V2/ShelfDownload?fileName=${name}`)).text()).toBe('abc');
  });

  it('refuses a part over 512 KB', async () => {
    const path = '/ShelfUpload?nameOnShelf=__userId__/big.xml&partIndex=0&isLastPart=1';
    const answer = await api.call(path, { method: 'POST', body: new Uint8Array(512 * 1024 + 1) });
    expect(answer.status).toBe(400);
  });

  it('lends content and signature to a message', async () => {
    const [romashka] = demoBuyers;
    const { bytes } = makeUpd(romashka!, 'shelf-1');
    const content = await put('/V2/ShelfUpload?fileExtension=xml', bytes);
    await put('/ShelfUpload?nameOnShelf=__userId__/s1.sgn&partIndex=0&isLastPart=1', sign(makeKey(demoSeller), bytes));
    const sent = await api.post('/V3/PostMessage', MessageToPost, {
      FromBoxId: demoSeller.diadoc.boxId,
      ToBoxId: romashka!.diadoc.boxId,
      DocumentAttachments: [
        {
          TypeNamedId: 'UniversalTransferDocument',
          Function: 'СЧФДОП',
          Version: 'utd970_05_03_01',
          SignedContent: { NameOnShelf: content, SignatureNameOnShelf: '__userId__/s1.sgn' },
        },
      ],
    });
    expect((await read(sent, Message)).Entities?.[0]?.Content?.Size).toBe(bytes.length);
  });
});
