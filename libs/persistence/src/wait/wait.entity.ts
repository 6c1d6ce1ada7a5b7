import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a run waits for. Written by the engine. */
@Entity('wait')
export class WaitRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'run_id' }) runId!: string;
  @Column('text', { name: 'node_id' }) nodeId!: string;
  @Column('text') visit!: string;
  @Column('text') event!: string;
  @Column('text') key!: string;
  @Column('text') token!: string;
  @Column('text') status!: 'open' | 'answered' | 'closed';
  @Column('timestamptz', { name: 'deadline_at', nullable: true }) deadlineAt!: Date | null;
  @Column('jsonb') offers!: unknown;
  @Column('jsonb') facts!: unknown;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}
