import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { HeardView, Page, RequestView, SampleView, TestAddressView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { PendingInterceptor } from '../requests/pending.interceptor.js';
import { IdPipe } from '../server/id.pipe.js';
import { wholePage } from '../server/page.js';
import {
  ChangeSampleDto,
  CreateSampleDto,
  HeardQuery,
  SampleFromDeliveryDto,
  SampleFromRunDto,
  TryDto,
} from './sample.dto.js';
import { SampleService } from './sample.service.js';
import { SampleSources } from './sample-sources.service.js';
import { TestAddressService } from './test-address.service.js';
import { TheSample, type SamplePlace } from './the-sample.js';
import { TryService } from './try.service.js';

@ApiTags('trying')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/scenarios/:id')
export class TryingController {
  @Inject() private readonly addresses!: TestAddressService;

  constructor(
    private readonly samples: SampleService,
    private readonly sources: SampleSources,
    private readonly tries: TryService,
  ) {}

  @Get('samples')
  list(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<Page<SampleView>> {
    return wholePage(this.samples.list(here, id));
  }

  @Post('samples')
  create(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() order: CreateSampleDto): Promise<SampleView> {
    return this.samples.create(here, id, order);
  }

  @Post('samples/from-run')
  fromRun(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() order: SampleFromRunDto,
  ): Promise<SampleView> {
    return this.sources.fromRun(here, id, order);
  }

  @Post('samples/from-delivery')
  fromDelivery(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() order: SampleFromDeliveryDto,
  ): Promise<SampleView> {
    return this.sources.fromDelivery(here, id, order);
  }

  @Put('samples/:sampleId')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'sampleId' })
  change(@TheHere() here: Here, @TheSample() at: SamplePlace, @Body() order: ChangeSampleDto): Promise<SampleView> {
    return this.samples.change(here, at, order);
  }

  @Delete('samples/:sampleId')
  @HttpCode(204)
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'sampleId' })
  remove(@TheHere() here: Here, @TheSample() at: SamplePlace): Promise<void> {
    return this.samples.remove(here, at);
  }

  @Post('try')
  @UseInterceptors(PendingInterceptor)
  try(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() order: TryDto): Promise<RequestView> {
    return this.tries.try(here, id, order);
  }

  @Post('hook/test-address')
  openTestAddress(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<TestAddressView> {
    return this.addresses.open(here, id);
  }

  @Get('hook/heard')
  heard(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Query() { since }: HeardQuery,
  ): Promise<Page<HeardView>> {
    return wholePage(this.addresses.listHeard(here, id, since));
  }
}
