import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import type { RequestKind } from './request-kind.js';

/** Work that the API asks of the worker; the answer is written into the same row. */
@Entity('request')
export class RequestRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') kind!: RequestKind;
  @Column('jsonb') body!: unknown;
  @Column('text') status!: 'new' | 'done' | 'refused';
  @Column('jsonb', { nullable: true }) answer!: unknown;
  @Column('jsonb', { name: 'created_by' }) createdBy!: NamedActor;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
}
