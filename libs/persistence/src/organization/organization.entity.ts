import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AddressText, BankAccount, OrganizationProfile, PersonName } from '@potok/contracts';

/** An own legal entity. */
@Entity('organization')
export class OrganizationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') kind!: 'legal' | 'sole-trader';
  @Column('text') name!: string;
  @Column('text') inn!: string;
  @Column('text', { nullable: true }) kpp!: string | null;
  @Column('text', { nullable: true }) ogrn!: string | null;
  @Column('date', { name: 'ogrn_date', nullable: true }) ogrnDate!: string | null;
  @Column('jsonb', { nullable: true }) person!: PersonName | null;
  @Column('jsonb', { nullable: true }) address!: AddressText | null;
  @Column('jsonb', { nullable: true }) bank!: BankAccount | null;
  @Column('text', { name: 'tax_regime' }) taxRegime!: OrganizationProfile['taxRegime'];
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
