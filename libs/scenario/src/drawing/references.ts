import type { Scenario } from '@potok/contracts';
import type { ScenarioFile } from './scenario-file.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What a file says where an installation says an id: `scenario:Счета`, `certificate:<thumbprint>`. */
const REFERENCE = /^(scenario|certificate|organization):(.+)$/s;

export interface FileReference {
  readonly kind: 'scenario' | 'certificate' | 'organization';
  /** Name of the scenario, thumbprint of the certificate, ИНН of the organization. */
  readonly name: string;
}

/** Every text in it, whole, replaced as told; all else stays the same. */
const mapTexts = (value: unknown, replace: (text: string) => string): unknown => {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, replace)]));
};

/** Replaces texts where a person may have chosen something of the installation: params, defaults and values of parameters. */
export const mapChosenTexts = (file: ScenarioFile, replace: (text: string) => string): ScenarioFile => {
  const mapped = <T>(value: T): T => mapTexts(value, replace) as T;
  const ofNodes = (nodes: Scenario['nodes']) => nodes.map((node) => ({ ...node, params: mapped(node.params) }));
  const { parameters, nodes, paths, binding } = file;
  return {
    ...file,
    parameters: parameters.map((one) => ('default' in one ? { ...one, default: mapped(one.default) } : one)),
    nodes: ofNodes(nodes),
    ...(paths === undefined ? {} : { paths: paths.map((path) => ({ ...path, nodes: ofNodes(path.nodes) })) }),
    ...(binding === undefined ? {} : { binding: { ...binding, parameters: mapped(binding.parameters) } }),
  };
};

/** Ids that may be of the installation: what an export looks up. */
export const listChosenIds = (file: ScenarioFile): readonly string[] => listTexts(file, (text) => UUID.test(text));

/** What a file names instead of ids: what an import looks up. */
export const listFileReferences = (file: ScenarioFile): readonly FileReference[] =>
  listTexts(file, (text) => REFERENCE.test(text)).map(asReference);

export const fileReference = ({ kind, name }: FileReference): string => `${kind}:${name}`;

const asReference = (text: string): FileReference => {
  const [, kind = '', name = ''] = REFERENCE.exec(text) ?? [];
  return { kind: kind as FileReference['kind'], name };
};

const listTexts = (file: ScenarioFile, isWanted: (text: string) => boolean): readonly string[] => {
  const found = new Set<string>();
  mapChosenTexts(file, (text) => {
    if (isWanted(text)) found.add(text);
    return text;
  });
  return [...found];
};
