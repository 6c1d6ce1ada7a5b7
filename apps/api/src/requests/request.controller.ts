import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { RequestView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { IdPipe } from '../server/id.pipe.js';
import { RequestService } from './request.service.js';

@ApiTags('requests')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/requests')
export class RequestController {
  constructor(private readonly requests: RequestService) {}

  @Get(':id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<RequestView> {
    return this.requests.get(here, id);
  }
}
