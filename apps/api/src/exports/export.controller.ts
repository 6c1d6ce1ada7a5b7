import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { TheHere, type Here } from '../identity/caller.js';
import { DocumentExportQuery, RunExportQuery } from './export.dto.js';
import { ExportService } from './export.service.js';
import { MEDIA_TYPES } from './file.js';

/** A list under its conditions, as a file. */
@ApiTags('exports')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Get('documents/export')
  @ApiProduces(...Object.values(MEDIA_TYPES))
  documents(@TheHere() here: Here, @Query() query: DocumentExportQuery): Promise<StreamableFile> {
    return this.exports.documents(here, query);
  }

  @Get('runs/export')
  @ApiProduces(...Object.values(MEDIA_TYPES))
  runs(@TheHere() here: Here, @Query() query: RunExportQuery): Promise<StreamableFile> {
    return this.exports.runs(here, query);
  }
}
