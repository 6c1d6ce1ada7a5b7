import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fillSentence, type AnyManifest, type ConnectionManifest, type Fault, type Manifest } from '@potok/contracts';
import { sentenceOf as documentSentence } from '@potok/documents';
import { describeCode, flowManifests } from '@potok/scenario';
import { isProblemCode, sentenceOf, type Language } from '../problems/texts.js';
import { texts as faultsEn } from './fault-texts.en.js';
import { texts as faultsRu } from './fault-texts.ru.js';

/** All that the API knows of nodes: JSON. */
export class NodeCatalogue {
  readonly manifest: Manifest;
  private readonly sentences = new Map<string, { readonly ru: string; readonly en: string }>();

  /** `registry` is nodes/manifest.json; the nodes of the flow itself are added. */
  constructor(readonly registry: Manifest) {
    const known = new Set(registry.nodes.map(({ id, version }) => `${id}@${version}`));
    const flow = flowManifests.filter(({ id, version }) => !known.has(`${id}@${version}`));
    this.manifest = { ...registry, nodes: [...registry.nodes, ...flow] };
    for (const { sentences = {} } of [...(registry.connections ?? []), ...registry.nodes]) {
      for (const [code, both] of Object.entries(sentences)) this.sentences.set(code, both);
    }
  }

  find(id: string, version: number): AnyManifest | undefined {
    return this.manifest.nodes.find((node) => node.id === id && node.version === version);
  }

  findConnection(system: string): ConnectionManifest | undefined {
    return this.manifest.connections?.find(({ id }) => id === system);
  }

  /** What this very node says of a code; undefined when it has no words of its own. */
  nodeSentence(
    node: { readonly type: string; readonly typeVersion: number },
    fault: Pick<Fault, 'code' | 'facts'>,
    language: Language,
  ): string | undefined {
    const found = this.find(node.type, node.typeVersion);
    const words: Readonly<Record<string, { readonly ru: string; readonly en: string } | undefined>> =
      found?.sentences ?? {};
    const said = words[fault.code]?.[language];
    return said === undefined ? undefined : fillSentence(said, fault.facts);
  }

  /** The sentence of a code that a node, the engine or admission gave. An unknown one shows itself. */
  sentence(code: string, facts: Fault['facts'], language: Language): string {
    const said = this.sentences.get(code)?.[language] ?? faultSentence(code, language);
    if (said !== undefined) return fillSentence(said, facts);
    if (isProblemCode(code)) return sentenceOf(code, facts, language);
    const ofDocument = documentSentence({ code, facts }, language);
    return ofDocument === code ? (describeCode(code, facts, language) ?? code) : ofDocument;
  }
}

const faultSentence = (code: string, language: Language): string | undefined =>
  Object.hasOwn(faultsRu, code) ? (language === 'en' ? faultsEn : faultsRu)[code as keyof typeof faultsRu] : undefined;

/** nodes/manifest.json and nodes/connections.json, as they lie in the installed package. */
export const readManifest = (): Manifest => ({
  nodes: (readData('manifest.json') as Manifest).nodes,
  connections: readData('connections.json') as ConnectionManifest[],
});

const readData = (file: string): unknown =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`@potok/nodes/${file}`), 'utf8'));
