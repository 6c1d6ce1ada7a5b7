import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Page, WorkspaceView } from '@potok/contracts';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { TheCaller, TheHere, type Caller, type Here } from '../identity/caller.js';
import { wholePage } from '../server/page.js';
import { WorkspaceService } from './workspace.service.js';

class RenameWorkspaceDto {
  @ApiProperty({ example: 'ООО «Вектор»' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name!: string;
}

@ApiTags('workspaces')
@Controller('workspaces')
export class WorkspaceController {
  constructor(private readonly workspaces: WorkspaceService) {}

  /** Those that the caller may enter. */
  @Get()
  list(@TheCaller() caller: Caller): Promise<Page<WorkspaceView>> {
    return wholePage(this.workspaces.list(caller));
  }

  @Get(':ws')
  @ApiParam({ name: 'ws' })
  get(@TheHere() here: Here, @TheCaller() caller: Caller): Promise<WorkspaceView> {
    return this.workspaces.get(caller, here.workspaceId);
  }

  @Patch(':ws')
  @ApiParam({ name: 'ws' })
  rename(
    @TheHere() here: Here,
    @TheCaller() caller: Caller,
    @Body() { name }: RenameWorkspaceDto,
  ): Promise<WorkspaceView> {
    return this.workspaces.rename(here, caller, name);
  }
}
