import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fault, GatewayName } from '@potok/contracts';

/** An outside account. Its secrets are sealed (`envelope.ts`, context `connection:<id>`) and opened by the worker alone. */
@Entity('connection')
export class ConnectionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') name!: string;
  @Column('text') system!: string;
  @Column('text', { array: true }) gateways!: (GatewayName | 'http')[];
  @Column('jsonb') settings!: Record<string, unknown>;
  @Column('bytea', { name: 'secrets_sealed' }) secretsSealed!: Buffer;
  @Column('numeric', { name: 'limit_per_second' }) limitPerSecond!: string;
  /** A test contour: trial runs may act on it. */
  @Column('boolean', { name: 'is_test' }) isTest!: boolean;
  @Column('text') status!: 'unchecked' | 'works' | 'fails';
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('jsonb', { nullable: true }) fault!: Fault | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}
