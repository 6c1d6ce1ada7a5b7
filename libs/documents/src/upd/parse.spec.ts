import { describe, expect, it } from '@jest/globals';
import { hasReference, listReference } from '../../testing/reference.js';
import { buildUpd } from './build.js';
import { parseUpd } from './parse.js';

(hasReference ? describe : describe.skip)('parseUpd over the samples', () => {
  it('reads all that a sample holds and builds it again', () => {
    const samples = [
      ...listReference('samples/synthetic', 'ON_NSCHFDOPPR'),
      ...listReference('samples/upd-5.03', 'ON_NSCHFDOPPR'),
    ];
    expect(samples.length).toBeGreaterThan(4);
    for (const { name, bytes } of samples) {
      const { model, fileId, formedAt, unread } = parseUpd(bytes);
      expect({ name, unread }).toEqual({ name, unread: [] });
      const [, receiverId = '', senderId = '', day = '', guid = ''] = name.split('_').slice(1);
      const formedOn = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      const again = buildUpd(model, { receiverId, senderId, guid, formedOn }, formedAt);
      expect([fileId, again.fileId]).toEqual([name, name]);
      expect(parseUpd(again.bytes).model).toEqual(model);
    }
  });
});
