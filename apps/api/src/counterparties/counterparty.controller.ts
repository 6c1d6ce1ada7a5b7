import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { CounterpartyView, Page } from '@potok/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { TheHere, type Here } from '../identity/caller.js';
import { PageQuery } from '../server/page.js';
import { CounterpartyService } from './counterparty.service.js';

class CounterpartyQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of a name or an ИНН' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

@ApiTags('counterparties')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/counterparties')
export class CounterpartyController {
  constructor(private readonly counterparties: CounterpartyService) {}

  @Get()
  list(@TheHere() here: Here, @Query() query: CounterpartyQuery): Promise<Page<CounterpartyView>> {
    return this.counterparties.list(here, query);
  }
}
