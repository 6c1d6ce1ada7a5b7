import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { upd } from '../../testing/arbitrary-upd.js';
import { at, ids } from '../../testing/an-upd.js';
import { mutation, mutate } from '../../testing/mutate-xml.js';
import { hasReference, listReference, readReference } from '../../testing/reference.js';
import { buildUpd } from '../upd/build.js';
import { readXml } from '../xml/read.js';
import { writeXml } from '../xml/write.js';
import { checkTitle, type XmlFormat } from './check-xml.js';
import { compileXsd, type CompiledXsd } from './compile-xsd.js';

jest.setTimeout(120_000);

const OFFICIAL: Readonly<Record<XmlFormat, readonly [string, string]>> = {
  'upd-seller': ['xsd/upd-5.03', 'ON_NSCHFDOPPR_1_997_01_05_03_05.xsd'],
  'upd-buyer': ['xsd/upd-5.03', 'ON_NSCHFDOPPOK_1_997_02_05_03_01.xsd'],
  izvpol: ['xsd/tech', 'DP_IZVPOL_1_982_00_01_03_01.xsd'],
  uvutoch: ['xsd/tech', 'DP_UVUTOCH_1_985_00_01_03_01.xsd'],
};
const SAMPLES = [
  ['upd-seller', 'samples/synthetic', 'ON_NSCHFDOPPR'],
  ['upd-seller', 'samples/upd-5.03', 'ON_NSCHFDOPPR'],
  ['upd-buyer', 'samples/synthetic', 'ON_NSCHFDOPPOK'],
  ['izvpol', 'samples/synthetic', 'DP_IZVPOL'],
  ['uvutoch', 'samples/synthetic', 'DP_UVUTOCH'],
] as const;

(hasReference ? describe : describe.skip)('our schemas before the official ones', () => {
  const judges = new Map<XmlFormat, CompiledXsd>();
  beforeAll(async () => {
    for (const [format, path] of Object.entries(OFFICIAL)) {
      judges.set(format as XmlFormat, await compileXsd(readReference(...path)));
    }
  });
  afterAll(() => {
    for (const judge of judges.values()) judge.dispose();
  });

  /** Whether ours and theirs accept; fails when ours takes what theirs refuses. */
  const verdict = async (bytes: Uint8Array, format: XmlFormat) => {
    const ours = await checkTitle(bytes, format);
    const theirs = judges.get(format)!.check(bytes);
    if (ours.length === 0) expect(theirs).toEqual([]);
    return { ours: ours.length === 0, theirs: theirs.length === 0 };
  };

  it('accept 500 generated documents as the official schema does', async () => {
    const documents = fc.sample(upd, { numRuns: 500, seed: 970 });
    for (const model of documents) {
      expect(await verdict(buildUpd(model, ids, at).bytes, 'upd-seller')).toEqual({ ours: true, theirs: true });
    }
  });

  it('accept no mutated document that the official schema refuses', async () => {
    const documents = fc.sample(fc.tuple(upd, fc.array(mutation, { minLength: 1, maxLength: 2 })), {
      numRuns: 500,
      seed: 5,
    });
    const tally = { refused: 0, accepted: 0, stricter: 0 };
    for (const [model, mutations] of documents) {
      const root = readXml(buildUpd(model, ids, at).bytes);
      const { ours, theirs } = await verdict(writeXml(mutations.reduce(mutate, root)), 'upd-seller');
      tally[ours ? 'accepted' : theirs ? 'stricter' : 'refused'] += 1;
    }
    expect(tally.stricter).toBe(0);
    expect(tally.refused).toBeGreaterThan(200);
    expect(tally.accepted).toBeGreaterThan(10);
  });

  it('judge every sample alike, as it is and mutated', async () => {
    const files = SAMPLES.flatMap(([format, folder, prefix]) =>
      listReference(folder, prefix).map(({ bytes }) => ({ format, bytes })),
    );
    for (const { format, bytes } of files) {
      expect(await verdict(bytes, format)).toEqual({ ours: true, theirs: true });
      const root = readXml(bytes);
      for (const change of fc.sample(mutation, { numRuns: 60, seed: 133 })) {
        const { ours, theirs } = await verdict(writeXml(mutate(root, change)), format);
        expect(ours).toBe(theirs);
      }
    }
  });
});
