import type { EngineDatabase } from './engine-database.js';

export interface OrganizationRow {
  readonly id: string;
  readonly kind: 'legal' | 'sole-trader';
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly ogrn_date: string | null;
  readonly person: unknown;
  readonly address: unknown;
  readonly bank: unknown;
  readonly tax_regime: string;
  readonly time_zone: string;
  readonly boxes: readonly {
    readonly system: string;
    readonly boxId: string;
    readonly fnsParticipantId: string;
    readonly connectionId: string;
  }[];
  readonly signers: readonly {
    readonly certificateId: string;
    readonly person: unknown;
    readonly position: string | null;
    readonly thumbprint: string;
    readonly provider: string;
    readonly notAfter: string;
    readonly isTest: boolean;
  }[];
}

/** Own organizations with boxes and signers, as the worker lends them to nodes; and signers' keys, sealed. */
export class OrganizationReader {
  constructor(private readonly db: EngineDatabase) {}

  async list(workspaceId: string): Promise<OrganizationRow[]> {
    return this.db.query<OrganizationRow>(workspaceId, { name: 'organizations', text: SELECT, values: [] });
  }

  async findSigningKey(
    workspaceId: string,
    certificateId: string,
  ): Promise<{ der: Buffer; sealed: Buffer; thumbprint: string; not_after: Date; inn: string | null } | undefined> {
    const rows = await this.db.query<{
      der: Buffer;
      sealed: Buffer;
      thumbprint: string;
      not_after: Date;
      inn: string | null;
    }>(workspaceId, {
      name: 'signing-key',
      text: `SELECT c.der, k.sealed, c.thumbprint, c.not_after, c.inn FROM certificate c JOIN signing_key k ON k.certificate_id = c.id
             WHERE c.id = $1 AND c.removed_at IS NULL`,
      values: [certificateId],
    });
    return rows[0];
  }
}

const SELECT = `
SELECT o.id, o.kind, o.name, o.inn, o.kpp, o.ogrn, to_char(o.ogrn_date, 'YYYY-MM-DD') AS ogrn_date, o.person, o.address, o.bank, o.tax_regime, o.time_zone,
  coalesce((SELECT jsonb_agg(jsonb_build_object('system', b.system, 'boxId', b.box_id, 'fnsParticipantId', b.fns_participant_id, 'connectionId', b.connection_id) ORDER BY b.id)
            FROM organization_box b WHERE b.organization_id = o.id), '[]') AS boxes,
  coalesce((SELECT jsonb_agg(jsonb_build_object('certificateId', c.id, 'person', c.person, 'position', c.position, 'thumbprint', c.thumbprint, 'provider', c.provider,
              'notAfter', to_char(c.not_after AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'isTest', c.is_test) ORDER BY c.not_after DESC)
            FROM certificate c WHERE c.organization_id = o.id AND c.removed_at IS NULL), '[]') AS signers
FROM organization o WHERE o.archived_at IS NULL ORDER BY o.created_at`;
