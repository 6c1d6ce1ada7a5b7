import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { type ApiClient, ApiFault, isSignedOut } from './api-client.js';
import { NamedControls } from './named-controls.js';
import { Notices } from './notices.js';
import { createAppRouter } from './router.js';
import { SpeechProvider } from './texts/use-texts.js';
import { theme } from './theme.js';
import { ApiProvider } from './use-api.js';

const RETRIES = 2;

const isWorthRetrying = (count: number, error: unknown): boolean =>
  count < RETRIES && error instanceof ApiFault && (error.problem.status === 0 || error.problem.status >= 500);

/** The application's parts, made once: a page's failed call with an ended session leads to sign-in. */
export const createApp = (api: ApiClient, history?: RouterHistory) => {
  const onError = (error: unknown) => {
    const { pathname, href } = router.state.location;
    if (isSignedOut(error) && pathname !== '/sign-in') {
      client.removeQueries({ queryKey: ['session'] });
      void router.navigate({ to: '/sign-in', search: { to: href } });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: 10_000, retry: isWorthRetrying }, mutations: { retry: false } },
  });
  const router = createAppRouter({ api, client }, history);
  return { api, client, router };
};

interface Props {
  readonly app: ReturnType<typeof createApp>;
  readonly env?: 'test';
}

export const App = ({ app: { api, client, router }, env }: Props) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" {...(env === undefined ? {} : { env })}>
    <SpeechProvider>
      <ApiProvider value={api}>
        <QueryClientProvider client={client}>
          <NamedControls>
            <Notices />
            <RouterProvider router={router} />
          </NamedControls>
        </QueryClientProvider>
      </ApiProvider>
    </SpeechProvider>
  </MantineProvider>
);
