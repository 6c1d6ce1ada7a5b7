import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type {
  CheckView,
  HookView,
  Page,
  RunStartedView,
  SavedView,
  ScenarioDetailView,
  ScenarioView,
  StartView,
} from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { Needs } from '../identity/needs.js';
import { IdPipe } from '../server/id.pipe.js';
import { wholePage } from '../server/page.js';
import { BindingService } from './binding.service.js';
import { DraftService } from './draft.service.js';
import { HookService } from './hook.service.js';
import {
  BindDto,
  HookKeyDto,
  NewScenarioDto,
  SaveDraftDto,
  StartRunDto,
  SwitchScenarioDto,
  TrialRunDto,
} from './scenario.dto.js';
import { ScenarioService } from './scenario.service.js';
import { StartRunService } from './start-run.service.js';
import { TheSave, type Save } from './the-save.js';
import { TrialRunService } from './trial-run.service.js';
import { TheStart, type Start } from './the-start.js';

@ApiTags('scenarios')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/scenarios')
export class ScenarioController {
  @Inject() private readonly bindings!: BindingService;
  @Inject() private readonly drafts!: DraftService;
  @Inject() private readonly trials!: TrialRunService;

  constructor(
    private readonly scenarios: ScenarioService,
    private readonly hooks: HookService,
    private readonly starts: StartRunService,
  ) {}

  @Get()
  list(@TheHere() here: Here): Promise<Page<ScenarioView>> {
    return wholePage(this.scenarios.list(here));
  }

  @Post()
  create(@TheHere() here: Here, @Body() order: NewScenarioDto): Promise<ScenarioDetailView> {
    return this.scenarios.create(here, order);
  }

  @Get(':id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<ScenarioDetailView> {
    return this.scenarios.get(here, id);
  }

  @Put(':id/draft')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'view', enum: ['saved'], required: false, description: 'Answer the new revision alone' })
  saveDraft(
    @TheHere() here: Here,
    @TheSave() save: Save,
    @Body() order: SaveDraftDto,
  ): Promise<ScenarioDetailView | SavedView> {
    return this.drafts.save(here, save, order);
  }

  @Put(':id/binding')
  bind(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() order: BindDto): Promise<ScenarioDetailView> {
    return this.bindings.put(here, id, order);
  }

  @Patch(':id')
  setEnabled(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() { isEnabled }: SwitchScenarioDto,
  ): Promise<ScenarioDetailView> {
    return this.scenarios.setEnabled(here, id, isEnabled);
  }

  @Delete(':id')
  @HttpCode(204)
  archive(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<void> {
    return this.scenarios.archive(here, id);
  }

  @Post(':id/check')
  @HttpCode(200)
  @Needs('read')
  check(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<CheckView> {
    return this.scenarios.check(here, id);
  }

  @Get(':id/hook')
  hook(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<HookView> {
    return this.hooks.get(here, id);
  }

  @Put(':id/hook/key')
  putKey(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() { secret }: HookKeyDto): Promise<HookView> {
    return this.hooks.putKey(here, id, secret);
  }

  @Post(':id/runs')
  @HttpCode(202)
  @Needs('start')
  start(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() { data }: StartRunDto): Promise<StartView> {
    return this.starts.start(here, { scenarioId: id, source: 'manual', data });
  }

  /** Runs the draft on a test contour. */
  @Post(':id/trial-runs')
  @HttpCode(202)
  @Needs('start')
  startTrial(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() order: TrialRunDto,
  ): Promise<RunStartedView> {
    return this.trials.start(here, id, order);
  }

  @Post(':id/api-runs')
  @HttpCode(202)
  @Needs('start')
  @ApiParam({ name: 'id' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  startByApi(@TheHere() here: Here, @TheStart() start: Start, @Body() { data }: StartRunDto): Promise<StartView> {
    return this.starts.start(here, { ...start, source: 'api', data });
  }
}
