import {
  NodeFault,
  type BlobService,
  type DocumentService,
  type HttpService,
  type TriedView,
  type TryWork,
} from '@potok/contracts';
import type { NodeDefinition, WaitDefinition } from '@potok/node-sdk';
import type { OrganizationReader, RequestRow } from '@potok/persistence/engine';
import type { RequestHandler } from '../requests/requests-duty.js';
import type { CallListeners } from '../segments/call-listeners.js';
import { newId } from '../services/new-id.js';
import { MemoryStore } from './memory-store.js';
import { savedOf } from './told-answer.js';
import { trialHost } from './trial-host.js';
import { TrialNotes } from './trial-notes.js';
import { trialOrganizations } from './trial-organizations.js';
import { TrialServices } from './trial-services.js';
import { triedSteps } from './tried-steps.js';
import { LONGEST_MS, MOST_VISITS, TrialLimit, walkTrial } from './walk-trial.js';

export interface TryParts {
  readonly find: (type: string, version: number) => NodeDefinition | WaitDefinition | undefined;
  readonly open: (workspaceId: string, connectionId: string) => Promise<unknown>;
  readonly organizations: Pick<OrganizationReader, 'list'>;
  /** What is there already, of a workspace; only ever read. */
  readonly stored: (workspaceId: string) => {
    readonly documents: Pick<DocumentService, 'get' | 'readTitle'>;
    readonly blobs: Pick<BlobService, 'read'>;
  };
  readonly http: HttpService;
  readonly listeners: Pick<CallListeners, 'during'>;
  readonly now: () => Date;
  readonly longestMs?: number;
}

/** Tries a draft for the editor. Leaves nothing behind: no run, no document, no number, no call that changes anything. */
export const tryDraftHandler =
  (parts: TryParts): RequestHandler =>
  (workspaceId, request) =>
    tryDraft(parts, workspaceId, workOf(request));

export const tryDraft = async (parts: TryParts, workspaceId: string, work: TryWork): Promise<TriedView> => {
  const limit = new AbortController();
  const stop = () => {
    limit.abort(new TrialLimit());
  };
  const onVisits = (count: number) => {
    if (count > MOST_VISITS) stop();
  };
  const timer = setTimeout(stop, parts.longestMs ?? LONGEST_MS);
  const notes = new TrialNotes();
  const store = new MemoryStore(beginningOf(parts, workspaceId, work), onVisits);
  try {
    const lent = lend(parts, workspaceId, notes);
    const open = (connectionId: string) => parts.open(workspaceId, connectionId);
    const host = trialHost({ ...parts, ...lent, open, notes, store, onVisits, signal: limit.signal }, work);
    const ended = await walkTrial(work, { host, store });
    return { steps: triedSteps(store.records, notes, work), ...ended };
  } finally {
    clearTimeout(timer);
  }
};

const lend = (parts: TryParts, workspaceId: string, notes: TrialNotes) => {
  const { now, http } = parts;
  const organizations = trialOrganizations(parts.organizations, workspaceId, () => {
    notes.addStandIn('organization');
  });
  const services = new TrialServices({
    organizations,
    real: parts.stored(workspaceId),
    http,
    now,
    tell: (why) => {
      notes.tellNotMade(why);
    },
    onFile: (file) => {
      notes.addFile(file);
    },
  });
  return { organizations, services };
};

const beginningOf = ({ now }: TryParts, workspaceId: string, work: TryWork) => {
  const outside = Object.keys(work.data.steps).filter((node) => !Object.hasOwn(work.plan.steps.nodes, node));
  return {
    workspaceId,
    runId: newId(),
    startedAt: now(),
    trigger: work.data.trigger,
    parameters: work.binding.parameters,
    outputs: Object.fromEntries(outside.map((node) => [node, savedOf(work, node)?.output])),
    offers: work.offers,
  };
};

const workOf = ({ body }: RequestRow): TryWork => {
  const work = body as Partial<TryWork>;
  if (work.plan === undefined || work.data === undefined || work.binding === undefined)
    throw new NodeFault('broken', 'REQUEST_MALFORMED', { facts: { field: 'plan' } });
  return work as TryWork;
};
