import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { DocumentDetailView, DocumentQueuesView, DocumentView, Page } from '@potok/contracts';
import type { UpdView } from '@potok/documents';
import { TheHere, type Here } from '../identity/caller.js';
import { IdPipe } from '../server/id.pipe.js';
import { DocumentQuery } from './document.dto.js';
import { DocumentService, type TitleFileView } from './document.service.js';

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

const asDownload = ({ bytes, fileName, mediaType }: TitleFileView): StreamableFile =>
  new StreamableFile(bytes, {
    type: mediaType,
    length: bytes.length,
    disposition: `attachment; filename*=UTF-8''${encoded(fileName)}`,
  });

/** As RFC 5987 wants a parameter that may hold any letter. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
