import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonName, SignerProfile } from '@potok/contracts';

/** A signer's certificate. */
@Entity('certificate')
export class CertificateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('jsonb') person!: PersonName;
  @Column('text', { nullable: true }) position!: string | null;
  @Column('text', { nullable: true }) inn!: string | null;
  @Column('text') thumbprint!: string;
  @Column('bytea') der!: Buffer;
  @Column('timestamptz', { name: 'not_before' }) notBefore!: Date;
  @Column('timestamptz', { name: 'not_after' }) notAfter!: Date;
  @Column('text') provider!: SignerProfile['provider'];
  @Column('boolean', { name: 'is_test' }) isTest!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
}
