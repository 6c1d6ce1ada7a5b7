// Writes src/schema/xsd.generated.ts from xsd/, so that the schemas can be read where there is no file system.
// `node libs/documents/scripts/generate-xsd.mjs`; a test says when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILES = {
  'upd-seller': 'upd/5.03/seller.xsd',
  'upd-buyer': 'upd/5.03/buyer.xsd',
  izvpol: 'izvpol/1.03/izvpol.xsd',
  uvutoch: 'uvutoch/1.03/uvutoch.xsd',
};
const target = fileURLToPath(new URL('../src/schema/xsd.generated.ts', import.meta.url));

/** The text of the generated file. */
export const generateXsd = () => {
  const entries = Object.entries(FILES).map(([format, path]) => {
    const text = readFileSync(new URL(`../../../xsd/${path}`, import.meta.url), 'utf8');
    return `  ${JSON.stringify(format)}: ${JSON.stringify(text.replace(/>\s+</g, '><').trim())},\n`;
  });
  return `// Made by libs/documents/scripts/generate-xsd.mjs from xsd/. Do not edit.\n// prettier-ignore\nexport const XSD = {\n${entries.join('')}} as const;\n`;
};

export const generatedXsdPath = target;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, generateXsd());
