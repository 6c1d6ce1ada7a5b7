import { type Entity, linesOf, textAt } from './base/entity.js';
import type { OneCBase } from './base/one-c-room.js';
import { REALIZATION } from './model/realization.js';

const NO_DEEDS = { created: 0, updated: 0, posted: 0, unposted: 0, refused: 0 };

const countBy = (items: readonly Entity[], name: string): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(textAt(item, name), (counts.get(textAt(item, name)) ?? 0) + 1);
  return Object.fromEntries(counts);
};

/** What tests count: documents by key, number and comment, and how often each was posted and unposted. */
export const summarize = (base: OneCBase) => {
  const documents = base.entities[REALIZATION] ?? [];
  return {
    documents: documents.map((one) => ({
      refKey: one.Ref_Key,
      number: one.Number,
      date: one.Date,
      isPosted: one.Posted,
      isMarked: one.DeletionMark,
      comment: one.Комментарий,
      total: one.СуммаДокумента,
      lines: linesOf(one, 'Товары').length + linesOf(one, 'Услуги').length,
      ...(base.deeds[textAt(one, 'Ref_Key')] ?? NO_DEEDS),
    })),
    byNumber: countBy(documents, 'Number'),
    byComment: countBy(documents, 'Комментарий'),
    counts: Object.fromEntries(Object.entries(base.entities).map(([set, entities]) => [set, entities.length])),
    closedThrough: base.closedThrough,
  };
};
