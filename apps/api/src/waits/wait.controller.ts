import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Page, WaitCountsView, WaitView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { WaitQuery } from './wait.dto.js';
import { WaitService } from './wait.service.js';

@ApiTags('waits')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/waits')
export class WaitController {
  constructor(private readonly waits: WaitService) {}

  @Get()
  list(@TheHere() here: Here, @Query() query: WaitQuery): Promise<Page<WaitView>> {
    return this.waits.list(here, query);
  }

  @Get('counts')
  counts(@TheHere() here: Here, @Query() query: WaitQuery): Promise<WaitCountsView> {
    return this.waits.counts(here, query);
  }
}
