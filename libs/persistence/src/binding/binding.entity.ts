import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What fills a version at this client. A new one is a new row: a run keeps the one it began with. */
@Entity('binding')
export class BindingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('jsonb') slots!: Record<string, string>;
  @Column('jsonb') parameters!: Record<string, unknown>;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
