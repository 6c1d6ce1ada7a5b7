import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional } from 'class-validator';

export class OrderReconciliationDto {
  /** What is older is not compared with the outside. Absent: since a little before the last complete one. */
  @ApiPropertyOptional({ example: '2026-11-01' })
  @IsOptional()
  @IsISO8601({ strict: true })
  since?: string;
}
