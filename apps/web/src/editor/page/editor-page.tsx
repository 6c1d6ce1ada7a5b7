import type { Manifest } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../app/use-api.js';
import { Loaded } from '../../page/loaded.js';
import { useScenario } from '../../scenarios/queries.js';
import { EditorRoom } from './editor-room.js';

const route = getRouteApi('/w/$ws/scenarios/$id/edit');

/** The manifest as it comes: the compiler beside the page needs all of it. */
const useManifest = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => api.get<Manifest>('/manifest', signal),
    staleTime: Infinity,
  });
};

export const EditorPage = () => {
  const { id } = route.useParams();
  const scenario = useScenario(id);
  const manifest = useManifest();
  return (
    <Loaded answer={scenario}>
      {(draft) => (
        <Loaded answer={manifest}>{(nodes) => <EditorRoom key={draft.id} scenario={draft} manifest={nodes} />}</Loaded>
      )}
    </Loaded>
  );
};
