import { Column, Entity, PrimaryColumn } from 'typeorm';

/** History of a document: appended, never changed. */
@Entity('document_event')
export class DocumentEventRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'document_id' }) documentId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: string;
  @Column('text') source!: string;
  @Column('text', { name: 'event_key' }) eventKey!: string;
  @Column('jsonb') facts!: Record<string, unknown>;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
