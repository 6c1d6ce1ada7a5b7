import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { RerunPlanView, RunDataView, RunStartedView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { Needs } from '../identity/needs.js';
import { IdPipe } from '../server/id.pipe.js';
import { AgainDto, RerunDto, RerunPlanQuery } from './rerun.dto.js';
import { RerunService } from './rerun.service.js';
import { RunDataService } from './run-data.service.js';

@ApiTags('runs')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/runs/:id')
export class RerunController {
  constructor(
    private readonly reruns: RerunService,
    private readonly values: RunDataService,
  ) {}

  @Get('data')
  data(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<RunDataView> {
    return this.values.get(here, id);
  }

  @Get('rerun')
  plan(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Query() { node, visit }: RerunPlanQuery,
  ): Promise<RerunPlanView> {
    return this.reruns.plan(here, id, { node, visit });
  }

  @Post('rerun')
  @Needs('start')
  rerun(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() order: RerunDto): Promise<RunStartedView> {
    return this.reruns.rerun(here, id, order);
  }

  @Post('again')
  @Needs('start')
  again(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() order: AgainDto): Promise<RunStartedView> {
    return this.reruns.again(here, id, order);
  }
}
