import { ApiPropertyOptional } from '@nestjs/swagger';
import type { DeliveryView } from '@potok/contracts';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../server/page.js';

const STATUSES = ['accepted', 'admitted', 'repeat', 'ignored', 'failed'] as const satisfies DeliveryView['status'][];
const SOURCES = [
  'webhook',
  'sweep',
  'schedule',
  'manual',
  'api',
  'callback',
  'operator',
  'person',
  'replay',
] as const satisfies DeliveryView['source'][];

export class DeliveryQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: DeliveryView['status'];

  @ApiPropertyOptional({ enum: SOURCES })
  @IsOptional()
  @IsIn(SOURCES)
  source?: DeliveryView['source'];

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  scenarioId?: string;
}
