import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SampleData, SampleView } from '@potok/contracts';
import type { NamedActor } from '../audit/actor.js';

/** A saved set of data, over which a drawing is tried. */
@Entity('scenario_sample')
export class SampleRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'scenario_id' }) scenarioId!: string;
  @Column('text') name!: string;
  @Column('text') source!: SampleView['source'];
  @Column('json') data!: SampleData;
  @Column('jsonb', { name: 'updated_by' }) updatedBy!: NamedActor;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
