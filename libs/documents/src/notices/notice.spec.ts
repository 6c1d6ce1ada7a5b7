import { describe, expect, it } from '@jest/globals';
import { at, ids } from '../../testing/an-upd.js';
import { hasReference, listReference } from '../../testing/reference.js';
import { checkTitle } from '../schema/check-xml.js';
import type { NoticeParty, ReceiptNotice } from './model.js';
import { buildClarification, buildReceipt, parseClarification, parseReceipt } from './notice.js';

const person = { lastName: 'Орлов', firstName: 'Пётр' };
const from: NoticeParty = {
  participantId: ids.receiverId,
  kind: 'legal',
  name: 'АО «Василёк»',
  inn: '7728168971',
  kpp: '770801001',
};
const to: NoticeParty = { participantId: ids.senderId, kind: 'sole-trader', person, inn: '500100732259' };
const notice: ReceiptNotice = {
  from,
  to,
  receivedAt: at,
  receivedFileId: 'ON_NSCHFDOPPR_1',
  signatures: ['AQID'],
  signer: { person, position: 'Директор', authority: 'certificate', signatureKind: 'qualified' },
};

describe('a receipt', () => {
  const parties: readonly NoticeParty[] = [
    from,
    to,
    { participantId: '2BM-1', kind: 'person', person, inn: '500100732259' },
    { participantId: '2BM-1', kind: 'operator', name: 'Оператор', inn: '7707083893', operatorId: '2BM' },
    { participantId: '2BM-1', kind: 'foreign', name: 'ТОО', countryCode: '398', foreignId: '1', isForeignPerson: true },
  ];
  it.each(parties)('to a $kind is valid and is read back', async (party) => {
    const given = { ...notice, to: party };
    const { bytes, fileId, fileName } = buildReceipt(given, { guid: ids.guid });
    expect(fileId).toBe(`DP_IZVPOL_${party.participantId}_${ids.receiverId}_20261124_${ids.guid}`);
    expect(fileName).toBe(`${fileId}.xml`);
    expect(await checkTitle(bytes, 'izvpol')).toEqual([]);
    expect(parseReceipt(bytes)).toEqual({ notice: given, fileId, unread: [] });
  });
});

describe('a clarification', () => {
  it('carries the reason and the authority of its signer', async () => {
    const mchd = { number: ids.guid, issuedOn: '2026-01-01', isInSystem: true, storage: 'https://m4d.nalog.gov.ru/' };
    const paper = { issuedOn: '2026-01-01', number: '1', note: 'x', issuer: person };
    for (const signer of [
      { person, authority: 'mchd' as const, mchd },
      { person, authority: 'paper' as const, paper },
    ]) {
      const given = { ...notice, signer, text: 'Неверная цена: «100» вместо «90»' };
      const { bytes, fileId } = buildClarification(given, { guid: ids.guid });
      expect(await checkTitle(bytes, 'uvutoch')).toEqual([]);
      expect(parseClarification(bytes)).toEqual({ notice: given, fileId, unread: [] });
    }
  });

  it('is not taken for a receipt', () => {
    const { bytes } = buildClarification({ ...notice, text: 'x' }, { guid: ids.guid });
    expect(() => parseReceipt(bytes)).toThrow(expect.objectContaining({ code: 'TITLE_UNKNOWN' }));
  });
});

(hasReference ? describe : describe.skip)('notices of the samples', () => {
  it('are read in full', () => {
    const receipts = [
      ...listReference('samples/synthetic', 'DP_IZVPOL'),
      ...listReference('samples/diadoc-docs', 'docservice_DP_IZVPOL'),
    ].map(({ bytes }) => parseReceipt(bytes));
    expect(receipts.map(({ notice: { signer }, unread }) => [signer.person.lastName, unread])).toEqual([
      ['Покупателев', []],
      ['Петров', []],
    ]);
    const [clarification] = listReference('samples/synthetic', 'DP_UVUTOCH');
    expect(parseClarification(clarification!.bytes).notice.text).toBe('Неверное количество в строке 1');
  });
});
