import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('schedule')
export class ScheduleRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'scenario_id' }) scenarioId!: string;
  @Column('text') cron!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('timestamptz', { name: 'next_at' }) nextAt!: Date;
  @Column('boolean', { name: 'is_enabled' }) isEnabled!: boolean;
}
