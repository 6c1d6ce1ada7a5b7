import type { DeliveryDetailView, DeliveryView } from '@potok/contracts';
import type { DeliverySummary, InboxReason, InboxRow, InboxStatus } from '@potok/persistence';
import type { NodeCatalogue } from '../nodes/node-catalogue.js';
import type { Language } from '../problems/texts.js';

const STATUS = {
  new: 'accepted',
  kept: 'accepted',
  admitted: 'admitted',
  repeat: 'repeat',
  ignored: 'ignored',
  failed: 'failed',
} as const satisfies Record<InboxStatus, DeliveryView['status']>;

/** Rows of the inbox that have this status for people. */
export const rowStatusesOf = (status: DeliveryView['status']): InboxStatus[] =>
  (Object.keys(STATUS) as InboxStatus[]).filter((one) => STATUS[one] === status);

export class DeliveryWords {
  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly language: Language,
  ) {}

  summary(row: DeliverySummary): DeliveryView {
    return {
      id: row.id,
      receivedAt: row.receivedAt.toISOString(),
      source: row.source,
      ...(row.endpointName === null ? {} : { endpointName: row.endpointName }),
      status: STATUS[row.status],
      ...this.reason(row.reason),
      ...(row.runId === null ? {} : { runId: row.runId }),
      ...(row.replayOf === null ? {} : { replayOf: row.replayOf }),
    };
  }

  /** Secrets were masked before the row was written. */
  detail(row: InboxRow, endpointName: string | undefined): DeliveryDetailView {
    const { id, receivedAt, source, status, reason, runId, replayOf, scenarioId } = row;
    const summary = { id, receivedAt, source, status, reason, runId, replayOf, scenarioId };
    return {
      ...this.summary({ ...summary, endpointName: endpointName ?? null }),
      sameAs: row.eventKey,
      headers: row.headers,
      contentType: row.contentType,
      body: row.body ?? (row.raw === null ? null : textOf(row.raw)),
      sizeBytes: row.sizeBytes,
    };
  }

  private reason(reason: InboxReason | null): Pick<DeliveryView, 'reason'> {
    return reason === null ? {} : { reason: this.catalogue.sentence(reason.code, reason.facts ?? {}, this.language) };
  }
}

/** XML and the like are shown as text; what is no text is shown by its size. */
const textOf = (raw: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return `[${raw.length} bytes]`;
  }
};
