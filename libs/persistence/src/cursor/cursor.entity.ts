import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fault } from '@potok/contracts';

/** How far a reader of the outside has come: an operator's box, or a CRM's list of changed deals. */
@Entity('cursor')
export class CursorRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') kind!: 'operator-box' | 'crm-sweep';
  @Column('uuid', { name: 'connection_id' }) connectionId!: string;
  @Column('text') subject!: string;
  @Column('text', { nullable: true }) value!: string | null;
  @Column('boolean', { name: 'is_enabled' }) isEnabled!: boolean;
  @Column('timestamptz', { name: 'next_at' }) nextAt!: Date;
  @Column('integer') failures!: number;
  @Column('jsonb', { nullable: true }) fault!: Fault | null;
  @Column('text', { name: 'lease_holder', nullable: true }) leaseHolder!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column('bigint') fence!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
