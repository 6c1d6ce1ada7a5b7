import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scenario } from '@potok/contracts';
import type { NamedActor } from '../audit/actor.js';

/** A drawing as runs were given it: it never changes, only what people call it. `trial`: the draft of a trial run, without a number. */
@Entity('scenario_version')
export class VersionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'scenario_id' }) scenarioId!: string;
  @Column('integer') number!: number;
  @Column('text') kind!: 'published' | 'trial';
  @Column('jsonb') scenario!: Scenario;
  @Column('text', { name: 'plan_hash' }) planHash!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  @Column('jsonb', { name: 'published_by' }) publishedBy!: NamedActor;
  @Column('text', { nullable: true }) name!: string | null;
  /** What it is for. */
  @Column('text', { nullable: true }) comment!: string | null;
}
