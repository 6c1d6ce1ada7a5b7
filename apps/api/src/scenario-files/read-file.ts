import type { Binding, MissingView, Scenario } from '@potok/contracts';
import {
  fileReference,
  listFileReferences,
  mapChosenTexts,
  readScenarioFile,
  type FileBinding,
  type ScenarioFile,
} from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import type { Language } from '../problems/texts.js';
import { asFieldErrors, readBinding } from '../scenarios/read-draft.js';
import { connectionKey, connectionsByName, idsOfNames } from './known-names.js';

/** A file as this workspace understands it: names have become ids where there is exactly one. */
export interface FileHere {
  readonly scenario: Scenario;
  readonly binding: Binding;
  /** Somebody has said what fills it: the caller or the file. */
  readonly hasBinding: boolean;
  readonly missing: readonly MissingView[];
}

export const readFile = async (
  tx: EntityManager,
  { language }: Here,
  order: { readonly file: unknown; readonly binding?: unknown },
): Promise<FileHere> => {
  const { file, missing } = await withIds(tx, parse(order.file, language));
  const { binding: named, ...scenario } = file;
  if (order.binding !== undefined) return { scenario, binding: readBinding(order.binding), hasBinding: true, missing };
  if (named === undefined) return { scenario, binding: { slots: {}, parameters: {} }, hasBinding: false, missing };
  const found = await connect(tx, named);
  return { scenario, binding: found.binding, hasBinding: true, missing: [...missing, ...found.missing] };
};

const parse = (json: unknown, language: Language): ScenarioFile => {
  const { scenario, binding, findings } = readScenarioFile(json);
  if (scenario !== undefined) return { ...scenario, ...(binding === undefined ? {} : { binding }) };
  const errors = asFieldErrors(findings, language).map((error) => ({ ...error, field: `/file${error.field}` }));
  throw new Refusal('invalid', 'SCENARIO_FILE_WRONG', { errors, field: errors[0]?.field ?? '/file' });
};

const withIds = async (
  tx: EntityManager,
  file: ScenarioFile,
): Promise<{ readonly file: ScenarioFile; readonly missing: readonly MissingView[] }> => {
  const references = listFileReferences(file);
  const ids = await idsOfNames(tx, references);
  return {
    file: mapChosenTexts(file, (text) => ids.get(text) ?? text),
    missing: references.filter((one) => !ids.has(fileReference(one))),
  };
};

const connect = async (
  tx: EntityManager,
  { slots, parameters }: FileBinding,
): Promise<{ readonly binding: Binding; readonly missing: readonly MissingView[] }> => {
  const ids = await connectionsByName(tx);
  const places = Object.entries(slots).map(([slot, named]) => ({ slot, ...named, id: ids.get(connectionKey(named)) }));
  const found = places.flatMap(({ slot, id }) => (id === undefined ? [] : [[slot, id] as const]));
  return {
    binding: { slots: Object.fromEntries(found), parameters },
    missing: places
      .filter(({ id }) => id === undefined)
      .map(({ slot, name, system }): MissingView => ({ kind: 'connection', slot, name, system })),
  };
};
