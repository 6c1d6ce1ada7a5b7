import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  RUN_COMMANDS,
  RUN_MODES,
  RUN_STATUSES,
  type RunCommandKind,
  type RunMode,
  type RunStatus,
} from '@potok/contracts';
import type { RunFilter } from '@potok/persistence';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { Refusal } from '../problems/refusal.js';
import { PageQuery } from '../server/page.js';

export class RunQuery extends PageQuery {
  /** One or several, comma between. */
  @ApiPropertyOptional({ example: 'waiting,needs-a-person' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  status?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  scenarioId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  versionId?: string;
  @ApiPropertyOptional({ enum: RUN_MODES })
  @IsOptional()
  @IsIn(RUN_MODES)
  mode?: RunMode;

  @ApiPropertyOptional({ description: 'Part of a document number, an ИНН, a deal id or a name' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

export class RunCommandDto {
  @ApiProperty({ enum: RUN_COMMANDS })
  @IsIn(RUN_COMMANDS)
  kind!: RunCommandKind;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  node?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[\d/~]{1,200}$/)
  visit?: string;

  /** The mended input of the step, for `mend-and-go-on`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  data?: unknown;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  port?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

/** The conditions of a list, without the place of a page. */
export const runFilterOf = (query: Omit<RunQuery, keyof PageQuery>): RunFilter => {
  const { status, scenarioId, versionId, mode, search, from, to } = query;
  return {
    ...(status === undefined ? {} : { statuses: readStatuses(status) }),
    ...(scenarioId === undefined ? {} : { scenarioId }),
    ...(versionId === undefined ? {} : { versionId }),
    ...(mode === undefined ? {} : { mode }),
    ...(search === undefined || search === '' ? {} : { search }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  };
};

/** `status=waiting,needs-a-person`. */
const readStatuses = (text: string): RunStatus[] =>
  text.split(',').map((status) => {
    const known = RUN_STATUSES.find((one) => one === status.trim());
    if (known !== undefined) return known;
    const facts = { field: 'status', limit: RUN_STATUSES.join(', ') };
    throw new Refusal('invalid', 'FIELD_ONE_OF', { field: '/status', facts });
  });
