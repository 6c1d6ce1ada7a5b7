import {
  CertificateRepository,
  ConnectionRepository,
  OrganizationRepository,
  ScenarioRepository,
  type ConnectionRow,
} from '@potok/persistence';
import { fileReference, type FileReference } from '@potok/scenario';
import type { EntityManager } from 'typeorm';

type Named = { readonly id: string } & FileReference;

/** What of this workspace a scenario may name, of those that are wanted. */
const listNamed = async (
  tx: EntityManager,
  scenarios: { readonly ids?: readonly string[]; readonly names?: readonly string[] },
): Promise<readonly Named[]> => {
  const called = await new ScenarioRepository(tx).listNamed(scenarios);
  const certificates = await new CertificateRepository(tx).list();
  const organizations = await new OrganizationRepository(tx).list();
  return [
    ...called.map(({ id, name }): Named => ({ id, kind: 'scenario', name })),
    ...certificates.map(({ id, thumbprint }): Named => ({ id, kind: 'certificate', name: thumbprint })),
    ...organizations.map(({ id, inn }): Named => ({ id, kind: 'organization', name: inn })),
  ];
};

/** What a file says instead of each of these ids. */
export const namesOfIds = async (tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  return new Map((await listNamed(tx, { ids })).map((one) => [one.id, fileReference(one)]));
};

/** The id here of what a file names; nothing where there is none, or more than one. */
export const idsOfNames = async (
  tx: EntityManager,
  references: readonly FileReference[],
): Promise<ReadonlyMap<string, string>> => {
  if (references.length === 0) return new Map();
  const names = references.filter(({ kind }) => kind === 'scenario').map(({ name }) => name);
  return new Map(onlyOnes((await listNamed(tx, { names })).map((one) => [fileReference(one), one.id])));
};

/** Connections as a file names them: by name and system. */
export const connectionsByName = async (tx: EntityManager): Promise<ReadonlyMap<string, string>> => {
  const rows = await new ConnectionRepository(tx).list();
  return new Map(onlyOnes(rows.map((row) => [connectionKey(row), row.id])));
};

export const connectionKey = ({ name, system }: Pick<ConnectionRow, 'name' | 'system'>): string => `${system}:${name}`;

const onlyOnes = (pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] =>
  pairs.filter(([key]) => pairs.filter(([other]) => other === key).length === 1);
