import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One client company: the tenant boundary. */
@Entity('workspace')
export class WorkspaceRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
