import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anOrderLine, anUpd, at, ids } from '../../testing/an-upd.js';
import { info, reference, textOf } from '../../testing/arbitrary-party.js';
import { signer, transferPerson } from '../../testing/arbitrary-upd.js';
import { hasReference, listReference } from '../../testing/reference.js';
import { checkTitle } from '../schema/check-xml.js';
import { buildUpd } from '../upd/build.js';
import { parseUpd } from '../upd/parse.js';
import { answerToUpd, buildUpdBuyerTitle } from './build.js';
import { OUTCOMES } from './model.js';
import { parseUpdBuyerTitle } from './parse.js';

const marked = anUpd({}, [anOrderLine({ marking: [{ codes: ['0104'] }] })]);
const seller = parseUpd(buildUpd(marked, ids, at).bytes);
const back = { ...ids, receiverId: ids.senderId, senderId: ids.receiverId };
const signature = Uint8Array.from({ length: 100_000 }, (_, byte) => byte % 256);
const signers = marked.signers;

describe('the buyer’s title', () => {
  it('answers a seller’s title: names it, its signature, its moment and its flags', async () => {
    const title = answerToUpd(seller, signature, { outcome: 'accepted', acceptedOn: '2026-11-25', signers });
    const { bytes, fileId } = buildUpdBuyerTitle(title, back, { date: '2026-11-25', time: '09:00:00' });
    expect(fileId).toBe(`ON_NSCHFDOPPOK_${ids.senderId}_${ids.receiverId}_20261125_${ids.guid}_0_1_0_0_0_00`);
    expect(await checkTitle(bytes, 'upd-buyer')).toEqual([]);
    const { model } = parseUpdBuyerTitle(bytes);
    expect(model).toEqual(title);
    expect(model).toMatchObject({
      sellerFileId: seller.fileId,
      sellerFormedAt: at,
      number: '214',
      composerName: 'АО «Василёк»',
    });
    expect(model.sellerSignatures).toEqual([Buffer.from(signature).toString('base64')]);
  });

  it('is read back and valid, whatever it says', async () => {
    const answer = fc.record(
      {
        outcome: fc.constantFrom(...OUTCOMES),
        acceptedOn: fc.constant('2026-11-25'),
        content: textOf(255),
        discrepancyAct: reference,
        person: transferPerson,
        info,
        signers: fc.array(signer, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['outcome', 'acceptedOn', 'signers'] },
    );
    for (const given of fc.sample(answer, { numRuns: 100, seed: 1 })) {
      const title = answerToUpd(seller, Uint8Array.of(1, 2, 3), given);
      expect('content' in title).toBe('content' in given && given.outcome !== 'rejected');
      const { bytes, fileId } = buildUpdBuyerTitle(title, back, at);
      expect(parseUpdBuyerTitle(bytes)).toEqual({ model: title, fileId, formedAt: at, unread: [] });
      expect(await checkTitle(bytes, 'upd-buyer')).toEqual([]);
    }
  });

  it('is not taken for a seller’s title', () => {
    expect(() => parseUpdBuyerTitle(buildUpd(marked, ids, at).bytes)).toThrow(
      expect.objectContaining({ code: 'TITLE_UNKNOWN' }),
    );
  });

  (hasReference ? it : it.skip)('of the sample is read in full', () => {
    const [sample] = listReference('samples/synthetic', 'ON_NSCHFDOPPOK');
    const { model, unread } = parseUpdBuyerTitle(sample!.bytes);
    expect(unread).toEqual([]);
    expect(model).toMatchObject({ outcome: 'accepted', acceptedOn: '2026-10-16', number: 'УТ-1' });
  });
});
