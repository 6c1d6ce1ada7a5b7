import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organization's box at an operator. */
@Entity('organization_box')
export class OrganizationBoxRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'connection_id' }) connectionId!: string;
  @Column('text') system!: string;
  @Column('text', { name: 'box_id' }) boxId!: string;
  @Column('text', { name: 'fns_participant_id' }) fnsParticipantId!: string;
}
