// Makes nodes/connections.json from the connectors: all that api and web know of them. `node tools/connections.mjs` after `tsc -b`.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as bitrix24 from '@potok/connector-bitrix24';
import * as diadoc from '@potok/connector-diadoc';
import { kitTextsEn, kitTextsRu } from '@potok/connector-kit';
import * as onec from '@potok/connector-onec-odata';

export const connectionsFile = join(dirname(fileURLToPath(import.meta.url)), '..', 'nodes', 'connections.json');

const connectors = [
  { definition: bitrix24.bitrix24, ru: bitrix24.bitrix24TextsRu, en: bitrix24.bitrix24TextsEn },
  { definition: diadoc.diadoc, ru: diadoc.diadocTextsRu, en: diadoc.diadocTextsEn },
  { definition: onec.onecOdata, ru: onec.onecOdataTextsRu, en: onec.onecOdataTextsEn },
];

/** Facts that answer their own place: `facts.inn` is `{inn}`, so a sentence's function gives its pattern. */
const places = new Proxy({}, { get: (_facts, name) => `{${String(name)}}` });

const sentencesOf = ({ ru, en }) =>
  Object.fromEntries(Object.keys(ru).map((code) => [code, { ru: ru[code](places), en: en[code](places) }]));

/** What the file must hold. */
export const connectionManifests = () =>
  JSON.parse(
    JSON.stringify(
      connectors.map(({ definition, ru, en }) => ({
        id: definition.id,
        title: definition.title,
        implements: definition.implements,
        settings: definition.settings,
        secrets: definition.secrets,
        limitPerSecond: definition.limitPerSecond,
        lists: Object.keys(definition.lists ?? {}),
        sentences: { ...sentencesOf({ ru: kitTextsRu, en: kitTextsEn }), ...sentencesOf({ ru, en }) },
      })),
    ),
  );

export const readConnections = () => JSON.parse(readFileSync(connectionsFile, 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(connectionsFile, `${JSON.stringify(connectionManifests(), null, 2)}\n`);
  process.stdout.write('nodes/connections.json\n');
}
