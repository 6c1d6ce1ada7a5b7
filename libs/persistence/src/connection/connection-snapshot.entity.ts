import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a system answered when it was last asked: `describe`, or a list as `list:<name>`. */
@Entity('connection_snapshot')
export class ConnectionSnapshotRow {
  @PrimaryColumn('uuid', { name: 'connection_id' }) connectionId!: string;
  @PrimaryColumn('text') kind!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') hash!: string;
  @Column('jsonb') body!: unknown;
  /** Entries of earlier answers that the last one lacks. */
  @Column('jsonb') gone!: { value: string; label: string }[];
  @Column('timestamptz', { name: 'taken_at' }) takenAt!: Date;
}
