import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Page, ReconciliationDetailView, ReconciliationView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { Needs } from '../identity/needs.js';
import { IdPipe } from '../server/id.pipe.js';
import { PageQuery } from '../server/page.js';
import { OrderReconciliationDto } from './reconciliation.dto.js';
import { ReconciliationService } from './reconciliation.service.js';

@ApiTags('reconciliations')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/reconciliations')
export class ReconciliationController {
  constructor(private readonly reconciliations: ReconciliationService) {}

  @Post()
  @HttpCode(202)
  @Needs('start')
  order(@TheHere() here: Here, @Body() order?: OrderReconciliationDto): Promise<ReconciliationView> {
    return this.reconciliations.order(here, order ?? {});
  }

  @Get()
  list(@TheHere() here: Here, @Query() query: PageQuery): Promise<Page<ReconciliationView>> {
    return this.reconciliations.list(here, query);
  }

  @Get(':id')
  get(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<ReconciliationDetailView> {
    return this.reconciliations.get(here, id, query);
  }
}
