import type { Binding, Scenario } from '@potok/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';

/** A draft as it was before something older took its place. */
@Entity('scenario_draft_copy')
export class DraftCopyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'scenario_id' }) scenarioId!: string;
  @Column('jsonb') draft!: Scenario;
  @Column('jsonb') binding!: Binding;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'kept_at' }) keptAt!: Date;
  @Column('jsonb', { name: 'kept_by' }) keptBy!: NamedActor;
}
