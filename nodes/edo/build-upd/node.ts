import type { Static } from '@sinclair/typebox';
import { NodeFault } from '@potok/contracts';
import { updContentOf, updSignerOf } from '@potok/documents';
import { defineNode, heavyTurn } from '@potok/node-sdk';
import { demandRules, demandSchema } from './demand-right.js';
import { findBoxes } from './find-boxes.js';
import { Input, Output } from './input.js';
import { linesOf } from './lines.js';
import { draftOf, foreseenModel, titleOf } from './title.js';

/** What a line takes in the file, about. */
const LINE_BYTES = 800;

export const buildUpd = defineNode({
  id: 'edo.build-upd',
  version: 1,
  gateway: 'operator',
  needs: ['documents'],
  input: Input,
  output: Output,
  effect: 'undoable',
  sameAs: 'visit',
  async run({ input, client, services: { documents }, key, signal, log }): Promise<Static<typeof Output>> {
    const buyer = demandBuyer(input);
    const own = await documents.findOrganization(idsOf(input.seller));
    const sizeBytes = input.lines.length * LINE_BYTES;
    await heavyTurn(sizeBytes);
    const content = updContentOf({ ...input, buyer }, { own, lines: linesOf(input.lines) });
    demandRules(foreseenModel(content, own, input), own);
    const boxes = await findBoxes(client, { own, buyer }, { signal });
    const record = await documents.draft(draftOf(content, own, input), key);
    await heavyTurn(sizeBytes);
    const title = titleOf({ record, own, boxes, key });
    await heavyTurn(sizeBytes);
    await demandSchema(title.bytes);
    await documents.addTitle(record.documentId, { role: 'seller', fileName: title.fileName, bytes: title.bytes });
    log('edo.built', { documentId: record.documentId });
    return {
      documentId: record.documentId,
      number: record.number,
      date: record.date,
      total: record.total,
      vat: record.vat,
      fileName: title.fileName,
      boxId: boxes.own.boxId,
      toBoxId: boxes.theirs.boxId,
      certificateId: updSignerOf(own, input.certificateId).certificateId,
    };
  },
  compensate: async ({ services, key }) => services.documents.discard(key),
});

const idsOf = (seller: Input['seller']): { readonly inn?: string; readonly kpp?: string } => ({
  ...(seller?.inn === undefined ? {} : { inn: seller.inn }),
  ...(seller?.kpp === undefined ? {} : { kpp: seller.kpp }),
});

/** Throws BUYER_MISSING, CURRENCY_NOT_ROUBLES (invalid). */
const demandBuyer = ({ buyer, currency, dealId }: Input): NonNullable<Input['buyer']> => {
  if (currency !== undefined && currency !== 'RUB')
    throw new NodeFault('invalid', 'CURRENCY_NOT_ROUBLES', { facts: { currency } });
  if (buyer === undefined) throw new NodeFault('invalid', 'BUYER_MISSING', { facts: { dealId } });
  return buyer;
};
