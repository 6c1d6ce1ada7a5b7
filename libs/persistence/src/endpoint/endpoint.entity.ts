import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Proof } from '@potok/contracts';

/** An address that the outside calls. Its token is the address and is never guessable. */
@Entity('endpoint')
export class EndpointRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') kind!: 'hook' | 'callback' | 'test';
  @Column('text') token!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'scenario_id', nullable: true }) scenarioId!: string | null;
  @Column('uuid', { name: 'wait_id', nullable: true }) waitId!: string | null;
  @Column('jsonb') proof!: Proof;
  @Column('text', { name: 'same_as', nullable: true }) sameAs!: string | null;
  @Column('boolean', { name: 'is_enabled' }) isEnabled!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Of a test address. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
}
