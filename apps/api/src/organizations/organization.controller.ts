import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { CertificateView, OrganizationView, Page } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { IdPipe } from '../server/id.pipe.js';
import { wholePage } from '../server/page.js';
import { OrganizationDto } from './organization.dto.js';
import { OrganizationService } from './organization.service.js';

@ApiTags('organizations')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws')
export class OrganizationController {
  constructor(private readonly organizations: OrganizationService) {}

  @Get('organizations')
  list(@TheHere() here: Here): Promise<Page<OrganizationView>> {
    return wholePage(this.organizations.list(here));
  }

  @Post('organizations')
  create(@TheHere() here: Here, @Body() order: OrganizationDto): Promise<OrganizationView> {
    return this.organizations.create(here, order);
  }

  @Get('organizations/:id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<OrganizationView> {
    return this.organizations.get(here, id);
  }

  @Put('organizations/:id')
  change(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() order: OrganizationDto,
  ): Promise<OrganizationView> {
    return this.organizations.change(here, id, order);
  }

  @Get('certificates')
  certificates(@TheHere() here: Here): Promise<Page<CertificateView>> {
    return wholePage(this.organizations.certificates(here));
  }
}
