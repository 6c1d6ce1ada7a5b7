import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FileCheckView, ImportedView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { Needs } from '../identity/needs.js';
import { IdPipe } from '../server/id.pipe.js';
import { CheckFileDto, ExportQuery, ImportDto } from './scenario-file.dto.js';
import { ScenarioFileService } from './scenario-file.service.js';

/** Scenarios as files: out, judged, in. */
@ApiTags('scenarios')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/scenarios')
export class ScenarioFileController {
  constructor(private readonly files: ScenarioFileService) {}

  @Get(':id/export')
  @ApiProduces('application/json')
  export(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Query() query: ExportQuery): Promise<StreamableFile> {
    return this.files.export(here, id, query);
  }

  @Post('check-file')
  @HttpCode(200)
  @Needs('read')
  check(@TheHere() here: Here, @Body() order: CheckFileDto): Promise<FileCheckView> {
    return this.files.check(here, order);
  }

  @Post('import')
  import(@TheHere() here: Here, @Body() order: ImportDto): Promise<ImportedView> {
    return this.files.import(here, order);
  }
}
