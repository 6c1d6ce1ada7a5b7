import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { type ApiClient, isSignedOut, withQuery } from './api-client.js';
import { BrokenPage, NotFoundPage, WaitingPage } from './edge-pages.js';
import { Frame } from './frame.js';
import { inEditor } from './in-editor.js';
import { inSettings } from './in-settings.js';
import {
  readCompareSearch,
  readDeliveriesSearch,
  readDescriptionSearch,
  readDocumentsSearch,
  readEditorSearch,
  readRunSearch,
  readRunsSearch,
  readScenarioSearch,
  readStartSearch,
  readTextSearch,
  readWaitsSearch,
} from './searches.js';
import { rememberWorkspace, sessionQuery, startWorkspace } from './session.js';

export interface RouterContext {
  readonly api: ApiClient;
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: NotFoundPage });

const readSession = async ({ api, client }: RouterContext, to: string) => {
  try {
    return await client.query({ ...sessionQuery(api), staleTime: 'static' });
  } catch (error) {
    if (isSignedOut(error)) redirect({ to: '/sign-in', search: { to }, throw: true });
    throw error;
  }
};

/** A workspace that this person is not in: back to one of theirs. */
const toStart = (): never => {
  redirect({ to: '/', throw: true });
  throw new Error('redirect');
};

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { readonly to?: string } =>
    typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? { to: search.to } : {},
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.js'), 'SignInPage'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const workspace = startWorkspace(await readSession(context, '/'));
    if (workspace !== undefined) redirect({ to: '/w/$ws/attention', params: { ws: workspace.id }, throw: true });
  },
  component: NotFoundPage,
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$ws',
  beforeLoad: async ({ context, location, params }) => {
    const session = await readSession(context, location.href);
    const here = session.workspaces.find(({ id }) => id === params.ws) ?? toStart();
    rememberWorkspace(here.id);
    return { here: { session, workspace: here } };
  },
  component: Frame,
});

const place = { getParentRoute: () => workspace } as const;

const attention = createRoute({
  ...place,
  path: '/attention',
  component: lazyRouteComponent(() => import('../attention/attention-page.js'), 'AttentionPage'),
});
const scenarios = createRoute({
  ...place,
  path: '/scenarios',
  component: lazyRouteComponent(() => import('../scenarios/scenarios-page.js'), 'ScenariosPage'),
});
const scenario = createRoute({
  ...place,
  path: '/scenarios/$id',
  validateSearch: readScenarioSearch,
  component: lazyRouteComponent(
    inEditor(() => import('../scenarios/scenario-page.js')),
    'ScenarioPage',
  ),
});
const editor = createRoute({
  ...place,
  path: '/scenarios/$id/edit',
  validateSearch: readEditorSearch,
  component: lazyRouteComponent(
    inEditor(() => import('../editor/page/editor-page.js')),
    'EditorPage',
  ),
});
const description = createRoute({
  ...place,
  path: '/scenarios/$id/description',
  validateSearch: readDescriptionSearch,
  component: lazyRouteComponent(
    inEditor(() => import('../describe/description-page.js')),
    'DescriptionPage',
  ),
});
const newScenario = createRoute({
  ...place,
  path: '/scenarios/new',
  validateSearch: readStartSearch,
  component: lazyRouteComponent(
    inEditor(() => import('../start/start-page.js')),
    'StartPage',
  ),
});
const compare = createRoute({
  ...place,
  path: '/scenarios/$id/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(
    inEditor(() => import('../compare/compare-page.js')),
    'ComparePage',
  ),
});
const runs = createRoute({
  ...place,
  path: '/runs',
  validateSearch: readRunsSearch,
  component: lazyRouteComponent(() => import('../runs/runs-page.js'), 'RunsPage'),
});
const run = createRoute({
  ...place,
  path: '/runs/$id',
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => import('../runs/run-page.js'), 'RunPage'),
});
const waits = createRoute({
  ...place,
  path: '/waits',
  validateSearch: readWaitsSearch,
  component: lazyRouteComponent(() => import('../waits/waits-page.js'), 'WaitsPage'),
});
const documents = createRoute({
  ...place,
  path: '/documents',
  validateSearch: readDocumentsSearch,
  component: lazyRouteComponent(() => import('../documents/documents-page.js'), 'DocumentsPage'),
});
const document = createRoute({
  ...place,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('../documents/document-page.js'), 'DocumentPage'),
});
const deliveries = createRoute({
  ...place,
  path: '/deliveries',
  validateSearch: readDeliveriesSearch,
  component: lazyRouteComponent(() => import('../deliveries/deliveries-page.js'), 'DeliveriesPage'),
});
const connections = createRoute({
  ...place,
  path: '/connections',
  component: lazyRouteComponent(() => import('../connections/connections-page.js'), 'ConnectionsPage'),
});
const counterparties = createRoute({
  ...place,
  path: '/counterparties',
  validateSearch: readTextSearch,
  component: lazyRouteComponent(() => import('../counterparties/counterparties-page.js'), 'CounterpartiesPage'),
});
const settings = createRoute({
  ...place,
  path: '/settings/$tab',
  component: lazyRouteComponent(
    inSettings(() => import('../settings/settings-page.js')),
    'SettingsPage',
  ),
});

/** Addresses that stop half-way lead to the first place within. */
const bare = createRoute({
  ...place,
  path: '/',
  beforeLoad: ({ params }) => redirect({ to: '/w/$ws/attention', params, throw: true }),
});
const bareSettings = createRoute({
  ...place,
  path: '/settings',
  beforeLoad: ({ params }) =>
    redirect({ to: '/w/$ws/settings/$tab', params: { ...params, tab: 'organizations' }, throw: true }),
});

const tree = root.addChildren([
  signIn,
  start,
  workspace.addChildren([
    bare,
    bareSettings,
    attention,
    scenarios,
    newScenario,
    scenario,
    editor,
    description,
    compare,
    runs,
    run,
    waits,
    documents,
    document,
    deliveries,
    connections,
    counterparties,
    settings,
  ]),
]);

export const createAppRouter = (context: RouterContext, history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    context,
    defaultPreload: 'intent',
    defaultPendingComponent: WaitingPage,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    // The address is plain text: `?q=7707`, and what a page does not know of is dropped.
    search: { strict: true },
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => withQuery('', search as Readonly<Record<string, string>>),
    ...(history === undefined ? {} : { history }),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
