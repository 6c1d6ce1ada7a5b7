import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GapCode, GapState } from '@potok/contracts';

/** One gap that a reconciliation has found: code and facts, never the sentence. */
@Entity('reconciliation_finding')
export class ReconciliationFindingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'reconciliation_id' }) reconciliationId!: string;
  @Column('text') code!: GapCode;
  @Column('text') subject!: string;
  @Column('jsonb') facts!: Record<string, unknown>;
  @Column('text') state!: GapState;
  @Column('boolean', { name: 'is_new' }) isNew!: boolean;
  @Column('uuid', { name: 'run_id', nullable: true }) runId!: string | null;
  @Column('uuid', { name: 'document_id', nullable: true }) documentId!: string | null;
  @Column('timestamptz', { name: 'found_at' }) foundAt!: Date;
}
