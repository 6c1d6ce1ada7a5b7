import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InboxReason, InboxSource, InboxStatus } from './inbox-words.js';

/** Everything that came from outside, once per (scope, event key). */
@Entity('inbox')
export class InboxRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') source!: InboxSource;
  @Column('uuid', { name: 'endpoint_id', nullable: true }) endpointId!: string | null;
  @Column('uuid', { name: 'scenario_id', nullable: true }) scenarioId!: string | null;
  @Column('uuid', { name: 'connection_id', nullable: true }) connectionId!: string | null;
  @Column('text') scope!: string;
  @Column('text', { name: 'event_key' }) eventKey!: string;
  @Column('jsonb') headers!: Record<string, string>;
  @Column('text', { name: 'content_type' }) contentType!: string;
  @Column('jsonb', { nullable: true }) body!: unknown;
  @Column('bytea', { nullable: true }) raw!: Buffer | null;
  @Column('integer', { name: 'size_bytes' }) sizeBytes!: number;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('text') status!: InboxStatus;
  @Column('jsonb', { nullable: true }) reason!: InboxReason | null;
  @Column('uuid', { name: 'run_id', nullable: true }) runId!: string | null;
  @Column('uuid', { name: 'replay_of', nullable: true }) replayOf!: string | null;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'next_try_at' }) nextTryAt!: Date;
}
