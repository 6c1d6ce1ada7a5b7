import type { CertificateView, ConnectionView, DeliveryView, Page, RunView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { type ApiClient, withQuery } from '../app/api-client.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

const LOOK_AT = 50;
const WARN_MS = 30 * 86_400_000;

export interface Attention {
  readonly runs: readonly RunView[];
  readonly deliveries: readonly DeliveryView[];
  readonly connections: readonly ConnectionView[];
  readonly certificates: readonly CertificateView[];
}

export const isEnding = ({ notAfter }: CertificateView, now: number): boolean =>
  new Date(notAfter).getTime() - now < WARN_MS;

const readAttention = async (api: ApiClient, path: (path: string) => string): Promise<Attention> => {
  const list = async <T>(place: string, query: Record<string, string | number> = {}) =>
    (await api.get<Page<T>>(withQuery(path(place), query))).items;
  const [runs, deliveries, connections, certificates] = await Promise.all([
    list<RunView>('/runs', { status: 'needs-a-person', limit: LOOK_AT }),
    list<DeliveryView>('/deliveries', { status: 'failed', limit: LOOK_AT }),
    list<ConnectionView>('/connections'),
    list<CertificateView>('/certificates'),
  ]);
  const now = Date.now();
  return {
    runs,
    deliveries,
    connections: connections.filter(({ status }) => status === 'fails'),
    certificates: certificates.filter((one) => isEnding(one, now)),
  };
};

/** All that will not go on by itself. The second word of the key lets news of runs and deliveries renew it. */
export const useAttention = () => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({ queryKey: [id, 'runs', 'attention'], queryFn: () => readAttention(api, path) });
};
