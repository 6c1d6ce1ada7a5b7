import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Binding, Scenario } from '@potok/contracts';
import type { NamedActor } from '../audit/actor.js';

/** A drawing with its draft; the published form is a version. */
@Entity('scenario')
export class ScenarioRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('jsonb') draft!: Scenario;
  @Column('jsonb', { name: 'draft_binding' }) draftBinding!: Binding;
  @Column('integer', { name: 'draft_revision' }) draftRevision!: number;
  /** Who saved it last; nobody known of drafts that are older than this column. */
  @Column('jsonb', { name: 'draft_saved_by', nullable: true }) draftSavedBy!: NamedActor | null;
  @Column('timestamptz', { name: 'draft_saved_at', nullable: true }) draftSavedAt!: Date | null;
  @Column('uuid', { name: 'published_version_id', nullable: true }) publishedVersionId!: string | null;
  @Column('boolean', { name: 'is_enabled' }) isEnabled!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
