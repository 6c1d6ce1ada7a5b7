import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RUN_COMMANDS, type RunCommandKind } from '@potok/contracts';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
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
