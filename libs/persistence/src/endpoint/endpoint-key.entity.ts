import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The proof key, sealed with the context `endpoint:<id>`: the only secret that the API opens. */
@Entity('endpoint_key')
export class EndpointKeyRow {
  @PrimaryColumn('uuid', { name: 'endpoint_id' }) endpointId!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('bytea') sealed!: Buffer;
}
