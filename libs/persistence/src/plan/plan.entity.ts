import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanSteps, Skeleton } from '@potok/contracts';

/** A compiled version, named by its hash; the same hash is the same plan. */
@Entity('plan')
export class PlanRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('text') hash!: string;
  @Column('integer', { name: 'plan_format' }) planFormat!: number;
  @Column('jsonb') skeleton!: Skeleton;
  @Column('jsonb') steps!: PlanSteps;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
