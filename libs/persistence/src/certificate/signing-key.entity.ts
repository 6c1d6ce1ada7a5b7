import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A software key, sealed for the thumbprint of its certificate (`sealKey` of signing); opened by the worker alone. */
@Entity('signing_key')
export class SigningKeyRow {
  @PrimaryColumn('uuid', { name: 'certificate_id' }) certificateId!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('bytea') sealed!: Buffer;
}
