import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fillSentence, type AnyManifest, type ConnectionManifest, type Fault, type Manifest } from '@potok/contracts';
import { sentenceOf as documentSentence } from '@potok/documents';
import { describeCode, flowManifests } from '@potok/scenario';
import { isProblemCode, sentenceOf, type Language } from '../problems/texts.js';
import { texts as faultsEn } from './fault-texts.en.js';
import { texts as faultsRu } from './fault-texts.ru.js';
import { inputSentence } from './input-sentence.js';

interface Sentence {
  readonly ru: string;
  readonly en: string;
}

/** All that the API knows of nodes: JSON. */
export class NodeCatalogue {
  readonly manifest: Manifest;
  private readonly sentences = new Map<string, Sentence>();

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

  /** The sentence of a step's fault: one code may mean other things to other nodes and systems. */
  stepSentence(
    node: { readonly type: string; readonly typeVersion: number } | undefined,
    fault: Pick<Fault, 'code' | 'facts'>,
    language: Language,
  ): string {
    const found = node === undefined ? undefined : this.find(node.type, node.typeVersion);
    const own = found === undefined ? undefined : this.wordsNear(found, fault.code)?.[language];
    if (own !== undefined) return fillSentence(own, fault.facts);
    const ofInput = fault.code === 'BAD_INPUT' ? inputSentence(fault, found?.input, language) : undefined;
    return ofInput ?? ofDocument(fault, language) ?? this.sentence(fault.code, fault.facts, language);
  }

  /** The words of this very node, else of a system that it works with. */
  private wordsNear(node: AnyManifest, code: string): Sentence | undefined {
    const gateway = 'gateway' in node ? node.gateway : undefined;
    const systems = (this.manifest.connections ?? []).filter((one) => one.implements.some((name) => name === gateway));
    return [node, ...systems].map(({ sentences }) => wordsOf(sentences, code)).find((one) => one !== undefined);
  }

  /** The sentence of a code that a node, the engine or admission gave. An unknown one shows itself. */
  sentence(code: string, facts: Fault['facts'], language: Language): string {
    const said = this.sentences.get(code)?.[language] ?? faultSentence(code, language);
    if (said !== undefined) return fillSentence(said, facts);
    if (isProblemCode(code)) return sentenceOf(code, facts, language);
    return ofDocument({ code, facts }, language) ?? describeCode(code, facts, language) ?? code;
  }
}

const wordsOf = (sentences: Readonly<Record<string, Sentence>> | undefined, code: string): Sentence | undefined =>
  sentences !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;

const ofDocument = (fault: Pick<Fault, 'code' | 'facts'>, language: Language): string | undefined => {
  const said = documentSentence(fault, language);
  return said === fault.code ? undefined : said;
};

const faultSentence = (code: string, language: Language): string | undefined =>
  Object.hasOwn(faultsRu, code) ? (language === 'en' ? faultsEn : faultsRu)[code as keyof typeof faultsRu] : undefined;

/** nodes/manifest.json and nodes/connections.json, as they lie in the installed package. */
export const readManifest = (): Manifest => ({
  nodes: (readData('manifest.json') as Manifest).nodes,
  connections: readData('connections.json') as ConnectionManifest[],
});

const readData = (file: string): unknown =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`@potok/nodes/${file}`), 'utf8'));
