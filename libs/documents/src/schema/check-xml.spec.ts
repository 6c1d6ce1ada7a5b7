import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { generatedXsdPath, generateXsd } from '../../scripts/generate-xsd.mjs';
import { hasReference, listReference } from '../../testing/reference.js';
import { checkTitle, type XmlFormat } from './check-xml.js';

const samples = (
  [
    ['upd-seller', 'samples/synthetic', 'ON_NSCHFDOPPR'],
    ['upd-seller', 'samples/upd-5.03', 'ON_NSCHFDOPPR'],
    ['upd-buyer', 'samples/synthetic', 'ON_NSCHFDOPPOK'],
    ['izvpol', 'samples/synthetic', 'DP_IZVPOL'],
    ['izvpol', 'samples/diadoc-docs', 'docservice_DP_IZVPOL'],
    ['uvutoch', 'samples/synthetic', 'DP_UVUTOCH'],
  ] as const satisfies readonly (readonly [XmlFormat, string, string])[]
).flatMap(([format, folder, prefix]) => listReference(folder, prefix).map((file) => ({ format, ...file })));

describe('checkTitle', () => {
  it('has the schemas of xsd/ as they are now', () => {
    expect(readFileSync(generatedXsdPath, 'utf8') === generateXsd()).toBe(true);
  });

  (hasReference ? it : it.skip)('accepts every valid sample of the reference', async () => {
    for (const { format, bytes, name } of samples) {
      expect({ name, findings: await checkTitle(bytes, format) }).toEqual({ name, findings: [] });
    }
  });
});
