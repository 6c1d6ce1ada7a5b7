import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { AuditView, Page } from '@potok/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { TheHere, type Here } from '../identity/caller.js';
import { PageQuery } from '../server/page.js';
import { AuditService } from './audit.service.js';

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'scenario' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  kind?: string;

  @ApiPropertyOptional({ description: 'Id of the object; only together with its kind' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  id?: string;
}

@ApiTags('audit')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  list(@TheHere() here: Here, @Query() query: AuditQuery): Promise<Page<AuditView>> {
    return this.audit.list(here, query);
  }
}
