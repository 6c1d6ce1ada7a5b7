import type { AnyManifest, Manifest } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../app/use-api.js';

export type Kinds = ReadonlyMap<string, AnyManifest>;

/** Node types by id; a drawing may hold several versions of one, the newest speaks for all. */
export const kindsOf = ({ nodes }: Manifest): Kinds =>
  new Map([...nodes].sort((a, b) => a.version - b.version).map((manifest) => [manifest.id, manifest]));

/** All that the web application knows of nodes. It changes only with a release. */
export const useKinds = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => api.get<Manifest>('/manifest', signal),
    staleTime: Infinity,
    select: kindsOf,
  });
};
