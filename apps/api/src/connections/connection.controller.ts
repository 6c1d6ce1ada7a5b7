import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiParam, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { ConnectionFieldsView, ConnectionListView, ConnectionView, Page, RequestView } from '@potok/contracts';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { TheHere, type Here } from '../identity/caller.js';
import { PendingInterceptor } from '../requests/pending.interceptor.js';
import { IdPipe } from '../server/id.pipe.js';
import { wholePage } from '../server/page.js';
import { ChangeConnectionDto, CreateConnectionDto } from './connection.dto.js';
import { ConnectionService } from './connection.service.js';

class ListParams {
  @Matches(/^[0-9a-f-]{36}$/i)
  id!: string;

  @Matches(/^[a-zA-Z][\w-]{0,59}$/)
  name!: string;

  @IsOptional()
  ws?: string;
}

class ListQuery {
  /** `1`: asked anew. */
  @ApiPropertyOptional({ enum: ['0', '1'] })
  @IsOptional()
  @IsIn(['0', '1'])
  fresh?: string;

  @ApiPropertyOptional({ enum: ['ru', 'en'] })
  @IsOptional()
  @IsIn(['ru', 'en'])
  lang?: string;
}

@ApiTags('connections')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/connections')
export class ConnectionController {
  constructor(private readonly connections: ConnectionService) {}

  @Get()
  list(@TheHere() here: Here): Promise<Page<ConnectionView>> {
    return wholePage(this.connections.list(here));
  }

  @Post()
  create(@TheHere() here: Here, @Body() order: CreateConnectionDto): Promise<ConnectionView> {
    return this.connections.create(here, order);
  }

  @Get(':id')
  get(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<ConnectionView> {
    return this.connections.get(here, id);
  }

  @Patch(':id')
  change(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() order: ChangeConnectionDto,
  ): Promise<ConnectionView> {
    return this.connections.change(here, id, order);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<void> {
    return this.connections.remove(here, id);
  }

  @Post(':id/check')
  @UseInterceptors(PendingInterceptor)
  check(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<RequestView> {
    return this.connections.check(here, id);
  }

  @Post(':id/describe')
  @UseInterceptors(PendingInterceptor)
  describe(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<RequestView> {
    return this.connections.describe(here, id);
  }

  @Post(':id/refresh')
  @UseInterceptors(PendingInterceptor)
  refresh(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<RequestView> {
    return this.connections.refresh(here, id);
  }

  @Get(':id/lists/:name')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'name' })
  readList(
    @TheHere() here: Here,
    @Param() { id, name }: ListParams,
    @Query() { fresh }: ListQuery,
  ): Promise<ConnectionListView> {
    return this.connections.readList(here, id, { list: name, isFresh: fresh === '1' });
  }

  @Get(':id/fields/:name')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'name' })
  readFields(
    @TheHere() here: Here,
    @Param() { id, name }: ListParams,
    @Query() { fresh }: ListQuery,
  ): Promise<ConnectionFieldsView> {
    return this.connections.readFields(here, id, { of: name, isFresh: fresh === '1' });
  }
}
