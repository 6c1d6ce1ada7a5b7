import type { AnyManifest, Binding, JsonSchema, SampleView, Scenario, ScenarioNode } from '@potok/contracts';
import { boundParameters, collectReferences, flatTargets, runMapping, targetTree } from '@potok/scenario';
import type { Language } from '../app/texts/language.js';
import type { Kinds } from '../canvas/manifest.js';
import { scopeOfSample } from '../mapping/sample-scope.js';
import { sentenceFor } from '../mapping/sentences.js';

/** A field of a mapping that a saved sample does not fill as it must be. */
export interface SampleMisfit {
  readonly sample: string;
  readonly step: string;
  readonly field: string;
  readonly detail: string;
}

interface Mapped {
  readonly params: unknown;
  readonly schema: JsonSchema;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a mapping fills: the fields of a document, or those that the author of a table has written. */
const mappedBy = ({ type, params }: ScenarioNode, manifest: AnyManifest): Mapped | undefined => {
  if (type === 'data.map')
    return isSchema(params.schema) ? { params: params.output, schema: params.schema } : undefined;
  return type.startsWith('edo.build-') ? { params, schema: manifest.input } : undefined;
};

/** A sample that lacks a step's data says nothing of a mapping that uses them. */
const isTold = (params: unknown, { data }: SampleView): boolean =>
  collectReferences(params).every(
    ({ root, path, isGuarded }) => root !== 'steps' || isGuarded || Object.hasOwn(data.steps, path[0] ?? ''),
  );

interface SampleTest {
  readonly scenario: Scenario;
  readonly binding: Binding;
  readonly samples: readonly SampleView[];
  readonly kinds: Kinds;
  readonly now: Date;
  readonly language: Language;
}

const misfitsOfNode = (node: ScenarioNode, given: SampleTest): readonly SampleMisfit[] => {
  const { scenario, binding, samples, kinds, now, language } = given;
  const manifest = kinds.get(node.type);
  const mapped = manifest === undefined ? undefined : mappedBy(node, manifest);
  if (manifest === undefined || mapped === undefined) return [];
  const titles = new Map(flatTargets(targetTree(mapped.schema)).map(({ pointer, title }) => [pointer, title]));
  const declared = scenario.parameters.map((one) => ({ ...one, isRequired: one.isRequired === true }));
  const params = boundParameters(declared, binding.parameters);
  const told = samples.filter((sample) => isTold(mapped.params, sample));
  const results = runMapping(mapped.params, told, {
    schema: mapped.schema,
    scopeOf: ({ data }) => scopeOfSample({ ...(data as SampleView['data']), params }, now),
  });
  return results.flatMap(({ sample, findings }) =>
    findings.map((finding) => ({
      sample: samples.find(({ id }) => id === sample)?.name ?? sample,
      step: node.name,
      field: titles.get(finding.target) ?? finding.target,
      detail: sentenceFor(finding, manifest, language),
    })),
  );
};

/** What the mappings of a draft no longer make right of the saved samples; each is said once. */
export const sampleMisfits = (given: SampleTest): readonly SampleMisfit[] => {
  const nodes = given.scenario.nodes.filter(({ isSkipped }) => isSkipped !== true);
  const all = nodes.flatMap((node) => misfitsOfNode(node, given));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
};

/** How many of the samples have what some mapping of the draft needs: only those say that it is right. */
export const toldSamples = ({ scenario, samples, kinds }: SampleTest): number => {
  const mappings = scenario.nodes
    .filter(({ isSkipped }) => isSkipped !== true)
    .flatMap((node) => {
      const manifest = kinds.get(node.type);
      const mapped = manifest === undefined ? undefined : mappedBy(node, manifest);
      return mapped === undefined ? [] : [mapped.params];
    });
  return samples.filter((sample) => mappings.some((params) => isTold(params, sample))).length;
};
