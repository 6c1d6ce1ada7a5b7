import type { RequestView } from '@potok/contracts';
import type { ApiClient } from './api-client.js';

const LOOK_EVERY_MS = 1000;
/** The API itself forgets a request that nobody has carried out by then. */
const PATIENCE_MS = 60_000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the worker does for the API may take longer than one call: asked again until it is done or refused. */
export const settle = async (
  api: ApiClient,
  path: (path: string) => string,
  asked: Promise<RequestView>,
): Promise<RequestView> => {
  const until = Date.now() + PATIENCE_MS;
  let view = await asked;
  while (view.status === 'pending' && Date.now() < until) {
    await pause(LOOK_EVERY_MS);
    view = await api.get<RequestView>(path(`/requests/${view.requestId}`));
  }
  return view;
};
