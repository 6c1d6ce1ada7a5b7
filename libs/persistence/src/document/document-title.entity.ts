import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonName, TitleRole } from '@potok/contracts';

/** Who signed a file, as its certificate says. */
export interface TitleSigner {
  readonly person: PersonName;
  readonly position?: string;
  readonly organization?: string;
  readonly thumbprint: string;
  readonly notAfter: string;
}

/** One file of a document; the bytes lie in the blob store. */
@Entity('document_title')
export class DocumentTitleRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'document_id' }) documentId!: string;
  @Column('text') role!: TitleRole;
  @Column('text', { name: 'file_name' }) fileName!: string;
  /** The operator's id of the file that this one answers: of a receipt. */
  @Column('text', { nullable: true }) answers!: string | null;
  @Column('text') sha256!: string;
  @Column('integer', { name: 'size_bytes' }) sizeBytes!: number;
  @Column('text', { name: 'signature_sha256', nullable: true }) signatureSha256!: string | null;
  @Column('integer', { name: 'signature_size_bytes', nullable: true }) signatureSizeBytes!: number | null;
  @Column('jsonb', { nullable: true }) signer!: TitleSigner | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
