import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { CertificateView, Page, RequestView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { PendingInterceptor } from '../requests/pending.interceptor.js';
import { IdPipe } from '../server/id.pipe.js';
import { wholePage } from '../server/page.js';
import { AddCertificateDto } from './certificate.dto.js';
import { CertificateService } from './certificate.service.js';

@ApiTags('certificates')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/certificates')
export class CertificateController {
  constructor(private readonly certificates: CertificateService) {}

  @Get()
  list(@TheHere() here: Here): Promise<Page<CertificateView>> {
    return wholePage(this.certificates.list(here));
  }

  @Post()
  @UseInterceptors(PendingInterceptor)
  add(@TheHere() here: Here, @Body() order: AddCertificateDto): Promise<RequestView> {
    return this.certificates.add(here, order);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<void> {
    return this.certificates.remove(here, id);
  }
}
