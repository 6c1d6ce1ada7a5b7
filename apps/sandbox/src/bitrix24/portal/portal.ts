import type { BucketLimit } from '../wire/leaky-bucket.js';

export type Cell = string | null;
/** A row of the older CRM methods: upper-case names, text or null. */
export type Row = Record<string, Cell>;

/** Prices are decimal strings here and JSON numbers on the wire, as the real one sends them. */
export interface ProductRow {
  readonly id: string;
  readonly dealId: string;
  readonly productId: number;
  readonly name: string;
  /** With tax, after discount. */
  readonly price: string;
  readonly priceExclusive: string;
  readonly priceNetto: string;
  readonly priceBrutto: string;
  readonly quantity: string;
  /** 1: a sum, 2: per cent. */
  readonly discountTypeId: number;
  readonly discountRate: string;
  readonly discountSum: string;
  /** null: без НДС. */
  readonly taxRate: string | null;
  readonly isTaxIncluded: boolean;
  readonly measureCode: number;
  readonly measureName: string;
  readonly sort: number;
  /** 1 goods, 4 variation, 7 service. */
  readonly type: number;
}

export interface Comment {
  readonly id: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly created: string;
  readonly authorId: string;
  comment: string;
  readonly files: readonly string[];
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly responsibleId: string;
  readonly createdBy: string;
  readonly createdDate: string;
  readonly deadline: string | null;
  readonly priority: string;
  readonly xmlId: string | null;
  readonly guid: string;
  /** `D_7`: bound to deal 7. */
  readonly crm: readonly string[];
}

export interface Subscription {
  readonly id: string;
  readonly event: string;
  readonly kind: 'outgoing-webhook' | 'app' | 'app-offline';
  /** Address of the handler; empty for an offline queue. */
  readonly handler: string;
  readonly applicationToken: string;
  /** `0`: on behalf of whoever made the change. */
  readonly authType: string;
  readonly authConnector: string;
}

export interface Delivery {
  readonly event: string;
  readonly entityId: string;
  readonly handler: string;
  readonly at: string;
  /** HTTP status, or 0 when nobody answered. */
  readonly status: number;
}

export interface OfflineEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
  processId: string | null;
  isError: boolean;
}

export interface AppToken {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAtMs: number;
  readonly refreshUntilMs: number;
  readonly userId: string;
}

export interface AppCode {
  readonly code: string;
  readonly expiresAtMs: number;
}

export interface PortalSettings {
  /** null: no limit, for load tests. */
  limit: BucketLimit | null;
  /** How many events one save of a deal sends. */
  eventsPerSave: number;
  /** Where the OAuth application of the portal is sent back to. */
  appRedirectUrl: string;
}

/** Everything that the portal knows; one JSON file. */
export interface Portal {
  readonly lastIds: Record<string, number>;
  deals: Row[];
  productRows: ProductRow[];
  readonly companies: Row[];
  readonly contacts: Row[];
  readonly requisites: Row[];
  readonly bankDetails: Row[];
  readonly addresses: Row[];
  readonly requisiteLinks: Row[];
  readonly comments: Comment[];
  readonly tasks: Task[];
  subscriptions: Subscription[];
  deliveries: Delivery[];
  offline: OfflineEvent[];
  tokens: AppToken[];
  codes: AppCode[];
  readonly settings: PortalSettings;
}
