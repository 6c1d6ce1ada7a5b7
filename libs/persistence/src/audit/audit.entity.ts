import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor } from './actor.js';

/** The trail. The sealer numbers and chains the rows afterwards. */
@Entity('audit')
export class AuditRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('timestamptz') at!: Date;
  @Column('jsonb') who!: Actor;
  @Column('text') act!: string;
  @Column('text', { name: 'object_kind' }) objectKind!: string;
  @Column('text', { name: 'object_id' }) objectId!: string;
  @Column('jsonb') facts!: Record<string, unknown>;
  @Column('bigint', { nullable: true }) seq!: string | null;
  @Column('text', { name: 'previous_hash', nullable: true }) previousHash!: string | null;
  @Column('text', { nullable: true }) hash!: string | null;
}
