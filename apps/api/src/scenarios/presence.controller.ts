import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { PresenceView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { IdPipe } from '../server/id.pipe.js';
import { PresenceDto } from './presence.dto.js';
import { PresenceService } from './presence.service.js';

@ApiTags('scenarios')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/scenarios/:id/presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Put()
  beat(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Body() beat: PresenceDto): Promise<PresenceView> {
    return this.presence.beat(here, id, beat);
  }

  @Delete(':tab')
  @HttpCode(204)
  leave(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Param('tab', IdPipe) tab: string): Promise<void> {
    return this.presence.leave(here, id, tab);
  }
}
