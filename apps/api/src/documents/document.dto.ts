import { ApiPropertyOptional } from '@nestjs/swagger';
import { HEADLINES, type DocumentKind, type Headline } from '@potok/contracts';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../server/page.js';

const KINDS = ['upd', 'ukd', 'invoice', 'act', 'torg12'] as const satisfies DocumentKind[];

export class DocumentQuery extends PageQuery {
  @ApiPropertyOptional({ enum: HEADLINES })
  @IsOptional()
  @IsIn(HEADLINES)
  headline?: Headline;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: DocumentKind;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  organizationId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  counterpartyId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  runId?: string;

  @ApiPropertyOptional({ description: 'Part of a number, an ИНН, a name or a deal id' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional({ example: '2026-11-01' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-30' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}
