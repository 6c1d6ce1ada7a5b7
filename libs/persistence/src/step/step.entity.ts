import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Effect, Fault, StepAttempt, StepStatus } from '@potok/contracts';

/** One visit of a node. Written by the engine under its fence. */
@Entity('step')
export class StepRow {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId!: string;
  @PrimaryColumn('text', { name: 'node_id' }) nodeId!: string;
  @PrimaryColumn('text') visit!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('bigint', { transformer: { from: Number, to: (seq: number) => seq } }) seq!: number;
  @Column('text') status!: StepStatus;
  @Column('text') effect!: Effect;
  @Column('text') key!: string;
  @Column('jsonb', { nullable: true }) input!: unknown;
  @Column('jsonb', { nullable: true }) output!: unknown;
  @Column('text', { nullable: true }) port!: string | null;
  @Column('integer') attempt!: number;
  @Column('jsonb') attempts!: StepAttempt[];
  @Column('jsonb', { nullable: true }) fault!: Fault | null;
  @Column('jsonb', { name: 'undo_fault', nullable: true }) undoFault!: Fault | null;
  @Column('timestamptz', { name: 'next_try_at', nullable: true }) nextTryAt!: Date | null;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
