import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The other side. */
@Entity('counterparty')
export class CounterpartyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') inn!: string;
  @Column('text', { nullable: true }) kpp!: string | null;
  @Column('text') name!: string;
  @Column('jsonb') facts!: Record<string, unknown>;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
