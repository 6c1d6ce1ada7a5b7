import type { ConnectionManifest, ConnectionView, Manifest } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import type { Language } from '../app/texts/language.js';
import { useApi } from '../app/use-api.js';

/** The systems that this installation can connect to, with the schemas of their forms. */
export const useSystems = (): readonly ConnectionManifest[] => {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['manifest', 'connections'],
    queryFn: ({ signal }) => api.get<Manifest>('/manifest', signal),
    staleTime: Infinity,
  });
  return data?.connections ?? [];
};

/** «Контур.Диадок» for `diadoc`. */
export const systemTitle = (system: string, systems: readonly ConnectionManifest[], language: Language): string =>
  systems.find(({ id }) => id === system)?.title[language] ?? system;

/** A system may stand behind several gateways; one that is not known here is taken at its connection's word. */
export const serves = (
  { system, gateway: own }: ConnectionView,
  gateway: string,
  systems: readonly ConnectionManifest[],
): boolean => {
  const known: readonly string[] = systems.find(({ id }) => id === system)?.implements ?? [own];
  return known.includes(gateway);
};
