import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { DeliveryDetailView, DeliveryView, Page, StartView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { Needs } from '../identity/needs.js';
import { IdPipe } from '../server/id.pipe.js';
import { DeliveryQuery } from './delivery.dto.js';
import { DeliveryService } from './delivery.service.js';

@ApiTags('deliveries')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/deliveries')
export class DeliveryController {
  constructor(private readonly deliveries: DeliveryService) {}

  @Get()
  list(@TheHere() here: Here, @Query() query: DeliveryQuery): Promise<Page<DeliveryView>> {
    return this.deliveries.list(here, query);
  }

  @Get(':id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<DeliveryDetailView> {
    return this.deliveries.get(here, id);
  }

  @Post(':id/replay')
  @HttpCode(202)
  @Needs('start')
  replay(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<StartView> {
    return this.deliveries.replay(here, id);
  }
}
