import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Page, RequestView, RunDetailView, RunView, StepCallView, StepDetailView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { Needs } from '../identity/needs.js';
import { PendingInterceptor } from '../requests/pending.interceptor.js';
import { RequestService } from '../requests/request.service.js';
import { IdPipe } from '../server/id.pipe.js';
import { RunCommandDto, RunQuery } from './run.dto.js';
import { RunService } from './run.service.js';

@ApiTags('runs')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/runs')
export class RunController {
  constructor(
    private readonly runs: RunService,
    private readonly requests: RequestService,
  ) {}

  @Get()
  list(@TheHere() here: Here, @Query() query: RunQuery): Promise<Page<RunView>> {
    return this.runs.list(here, query);
  }

  @Get(':id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<RunDetailView> {
    return this.runs.get(here, id);
  }

  @Get(':id/steps/:step')
  getStep(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Param('step') step: string,
  ): Promise<StepDetailView> {
    return this.runs.getStep(here, id, step);
  }

  @Get(':id/steps/:step/calls')
  listCalls(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Param('step') step: string,
  ): Promise<Page<StepCallView>> {
    return this.runs.listCalls(here, id, step);
  }

  @Post(':id/commands')
  @HttpCode(200)
  @Needs('start')
  @UseInterceptors(PendingInterceptor)
  async command(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() { kind, node, visit, port, reason, data }: RunCommandDto,
  ): Promise<RequestView> {
    await this.runs.get(here, id);
    return this.requests.ask(here, 'run-command', { runId: id, kind, node, visit, port, reason, data });
  }
}
