import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_attempt')
export class SignInAttemptRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') address!: string;
  @Column('boolean', { name: 'is_success' }) isSuccess!: boolean;
  @Column('timestamptz') at!: Date;
}
