import type { AnyManifest, JsonSchema } from '@potok/contracts';
import type { NodeTexts } from './texts.js';
import type { AnyDefinition, NodeDefinition, TriggerDefinition, WaitDefinition } from './types.js';

/** What lies beside a definition in its folder. */
export interface NodePage {
  readonly ru: NodeTexts;
  readonly en: NodeTexts;
  /** SVG source. */
  readonly icon: string;
  readonly examples: AnyManifest['examples'];
}

/** The JSON face of a definition: all that api, web and cli ever know of it. */
export const manifestOf = (definition: AnyDefinition, page: NodePage): AnyManifest => {
  switch (definition.kind) {
    case 'node':
      return ofNode(definition, page);
    case 'wait':
      return ofWait(definition, page);
    case 'trigger':
      return ofTrigger(definition, page);
  }
};

const ofNode = (node: NodeDefinition, page: NodePage): AnyManifest => ({
  kind: 'node',
  ...described(node, page, node.input),
  ports: node.ports,
  ...(node.gateway === undefined ? {} : { gateway: node.gateway }),
  effect: node.effect,
  ...(node.whyFinal === undefined ? {} : { whyFinal: node.whyFinal }),
  isUndoable: node.compensate !== undefined,
});

const ofWait = (wait: WaitDefinition, page: NodePage): AnyManifest => ({
  kind: 'wait',
  ...described(wait, page, wait.input),
  ports: wait.ports,
  effect: wait.effect,
  ...(wait.offers === undefined ? {} : { offers: wait.offers }),
});

const ofTrigger = (trigger: TriggerDefinition, page: NodePage): AnyManifest => ({
  kind: 'trigger',
  ...described(trigger, page, trigger.params),
  ports: ['done'],
  ...(trigger.gateway === undefined ? {} : { gateway: trigger.gateway }),
  trigger: trigger.trigger,
  proof: trigger.proof,
  ...(trigger.sameAs === undefined ? {} : { sameAs: trigger.sameAs }),
  ...(trigger.body === undefined ? {} : { body: trigger.body }),
});

const described = (definition: AnyDefinition, { ru, en, icon, examples }: NodePage, input: JsonSchema) => ({
  id: definition.id,
  version: definition.version,
  family: definition.id.split('.')[0] ?? '',
  title: { ru: ru.title, en: en.title },
  summary: { ru: ru.summary, en: en.summary },
  synonyms: [...new Set([...ru.synonyms, ...en.synonyms])],
  sentences: Object.fromEntries(
    Object.entries(ru.sentences).map(([code, sentence]) => [code, { ru: sentence, en: en.sentences[code] ?? '' }]),
  ),
  icon,
  input,
  output: definition.output,
  examples,
});
