import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { DocumentDetailView, DocumentQueuesView, DocumentView, Page } from '@potok/contracts';
import type { UpdView } from '@potok/documents';
import { TheHere, type Here } from '../identity/caller.js';
import { asDownload } from '../server/download.js';
import { IdPipe } from '../server/id.pipe.js';
import { DocumentQuery } from './document.dto.js';
import { DocumentService } from './document.service.js';

@ApiTags('documents')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/documents')
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}

  @Get()
  list(@TheHere() here: Here, @Query() query: DocumentQuery): Promise<Page<DocumentView>> {
    return this.documents.list(here, query);
  }

  @Get('queues')
  queues(@TheHere() here: Here, @Query() query: DocumentQuery): Promise<DocumentQueuesView> {
    return this.documents.queues(here, query);
  }

  @Get(':id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<DocumentDetailView> {
    return this.documents.get(here, id);
  }

  @Get(':id/readable')
  readable(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<UpdView> {
    return this.documents.readable(here, id);
  }

  @Get(':id/titles/:sha256')
  @ApiProduces('application/xml')
  async title(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Param('sha256') sha256: string,
  ): Promise<StreamableFile> {
    return asDownload(await this.documents.title(here, id, sha256));
  }

  @Get(':id/titles/:sha256/signature')
  @ApiProduces('application/pkcs7-signature')
  async signature(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Param('sha256') sha256: string,
  ): Promise<StreamableFile> {
    return asDownload(await this.documents.signature(here, id, sha256));
  }
}
