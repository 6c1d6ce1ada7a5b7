import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RunMode, RunStatus, RunView, StepPlace } from '@potok/contracts';

/** One execution. Written by the engine; read by everybody else. */
@Entity('run')
export class RunRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'scenario_id' }) scenarioId!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('uuid', { name: 'binding_id' }) bindingId!: string;
  @Column('text', { name: 'plan_hash' }) planHash!: string;
  @Column('text') graph!: string;
  @Column('integer') engine!: number;
  @Column('text') mode!: RunMode;
  @Column('text') status!: RunStatus;
  @Column('text', { name: 'started_by' }) startedBy!: RunView['startedBy'];
  @Column('uuid', { name: 'inbox_id', nullable: true }) inboxId!: string | null;
  @Column('text', { name: 'same_as', nullable: true }) sameAs!: string | null;
  @Column('uuid', { name: 'origin_run_id' }) originRunId!: string;
  @Column('uuid', { name: 'of_run_id', nullable: true }) ofRunId!: string | null;
  @Column('uuid', { name: 'of_document_id', nullable: true }) ofDocumentId!: string | null;
  @Column('integer') again!: number;
  /** The run whose steps it goes over again, and the visit at which it begins. */
  @Column('uuid', { name: 'rerun_of', nullable: true }) rerunOf!: string | null;
  @Column('jsonb', { name: 'begin_at', nullable: true }) beginAt!: StepPlace | null;
  @Column('jsonb') trigger!: unknown;
  @Column('text', { name: 'deal_id', nullable: true }) dealId!: string | null;
  @Column('text', { name: 'document_number', nullable: true }) documentNumber!: string | null;
  @Column('text', { name: 'counterparty_inn', nullable: true }) counterpartyInn!: string | null;
  @Column('text', { name: 'counterparty_name', nullable: true }) counterpartyName!: string | null;
  @Column('jsonb', { nullable: true }) waiting!: unknown;
  @Column('jsonb', { nullable: true }) fault!: unknown;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
