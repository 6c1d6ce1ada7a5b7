import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Comparison } from '@potok/contracts';
import type { NamedActor } from '../audit/actor.js';

/** One comparison of a workspace with itself and with the outside. Written by the worker once it is ordered. */
@Entity('reconciliation')
export class ReconciliationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') status!: 'ordered' | 'running' | 'done' | 'failed';
  @Column('jsonb', { name: 'asked_by' }) askedBy!: NamedActor;
  @Column('timestamptz', { nullable: true }) since!: Date | null;
  @Column('timestamptz', { name: 'ordered_at' }) orderedAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('jsonb') checks!: Comparison[];
  @Column('jsonb', { nullable: true }) fault!: { code: string; facts: Record<string, unknown> } | null;
}
