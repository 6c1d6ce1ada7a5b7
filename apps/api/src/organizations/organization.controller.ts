import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { OrganizationView, Page } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { IdPipe } from '../server/id.pipe.js';
import { wholePage } from '../server/page.js';
import { OrganizationDto } from './organization.dto.js';
import { OrganizationService } from './organization.service.js';

@ApiTags('organizations')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/organizations')
export class OrganizationController {
  constructor(private readonly organizations: OrganizationService) {}

  @Get()
  list(@TheHere() here: Here): Promise<Page<OrganizationView>> {
    return wholePage(this.organizations.list(here));
  }

  @Post()
  create(@TheHere() here: Here, @Body() order: OrganizationDto): Promise<OrganizationView> {
    return this.organizations.create(here, order);
  }

  @Get(':id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<OrganizationView> {
    return this.organizations.get(here, id);
  }

  @Put(':id')
  change(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() order: OrganizationDto,
  ): Promise<OrganizationView> {
    return this.organizations.change(here, id, order);
  }

  @Delete(':id')
  @HttpCode(204)
  archive(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<void> {
    return this.organizations.archive(here, id);
  }
}
