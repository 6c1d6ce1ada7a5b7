import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Annulment, Answer, Correction, Delivery, DocumentKind, Headline } from '@potok/contracts';

/** One legal document. Number and date are fixed with the row; the worker is the only writer of its status. */
@Entity('document')
export class DocumentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'counterparty_id' }) counterpartyId!: string;
  @Column('text') kind!: DocumentKind;
  @Column('text', { name: 'document_function' }) documentFunction!: string;
  @Column('text') number!: string;
  @Column('date') date!: string;
  @Column('integer') revision!: number;
  @Column('text') key!: string;
  @Column('numeric') total!: string;
  @Column('numeric') vat!: string;
  @Column('jsonb') content!: unknown;
  @Column('uuid', { name: 'run_id', nullable: true }) runId!: string | null;
  @Column('text', { name: 'deal_id', nullable: true }) dealId!: string | null;
  @Column('boolean', { name: 'is_test_signature' }) isTestSignature!: boolean;
  @Column('boolean', { name: 'is_trial' }) isTrial!: boolean;
  @Column('text') delivery!: Delivery;
  @Column('text') answer!: Answer;
  @Column('text') annulment!: Annulment;
  @Column('text') correction!: Correction;
  @Column('text') headline!: Headline;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { name: 'exported_at', nullable: true }) exportedAt!: Date | null;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt!: Date | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('text', { nullable: true }) system!: string | null;
  @Column('uuid', { name: 'connection_id', nullable: true }) connectionId!: string | null;
  @Column('text', { name: 'box_id', nullable: true }) boxId!: string | null;
  @Column('text', { name: 'message_id', nullable: true }) messageId!: string | null;
  @Column('text', { name: 'entity_id', nullable: true }) entityId!: string | null;
  @Column('timestamptz', { name: 'discarded_at', nullable: true }) discardedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
