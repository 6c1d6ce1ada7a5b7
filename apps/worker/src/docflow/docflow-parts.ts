import type { DocumentStore, InboxRepository, OrganizationReader } from '@potok/persistence/engine';
import type { OpenConnections } from '../connections/open-connections.js';
import type { Courier } from '../outbox/courier.js';
import type { ServiceDesk } from '../services/service-desk.js';

export interface DocflowParts {
  readonly inbox: InboxRepository;
  readonly documents: DocumentStore;
  readonly organizations: OrganizationReader;
  readonly connections: OpenConnections;
  readonly services: ServiceDesk;
  readonly courier: Pick<Courier, 'leaseMs' | 'carry'>;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}
