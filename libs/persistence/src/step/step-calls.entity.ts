import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepCall } from '@potok/contracts';

/** What one visit of a node asked of outside systems, the last calls; kept for a month. */
@Entity('step_calls')
export class StepCallsRow {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId!: string;
  @PrimaryColumn('text', { name: 'node_id' }) nodeId!: string;
  @PrimaryColumn('text') visit!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('jsonb') calls!: StepCall[];
  @Column('timestamptz') at!: Date;
}
