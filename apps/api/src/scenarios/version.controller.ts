import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { DraftCopyView, Page, PublishPreviewView, ScenarioDetailView, VersionView } from '@potok/contracts';
import { TheHere, type Here } from '../identity/caller.js';
import { IdPipe } from '../server/id.pipe.js';
import { PageQuery, wholePage } from '../server/page.js';
import { PublishPreviewService } from './publish-preview.service.js';
import { PublishService } from './publish.service.js';
import { RestoreService } from './restore.service.js';
import { DescribeVersionDto, PublishDto, RestoreDto } from './version.dto.js';
import { TheInner, type Inner } from './the-inner.js';
import { VersionService } from './version.service.js';

/** Publishing and what was published. */
@ApiTags('scenarios')
@ApiParam({ name: 'ws' })
@ApiParam({ name: 'id' })
@Controller('workspaces/:ws/scenarios/:id')
export class VersionController {
  @Inject() private readonly versions!: VersionService;
  @Inject() private readonly restoring!: RestoreService;

  constructor(
    private readonly publishing: PublishService,
    private readonly previews: PublishPreviewService,
  ) {}

  @Get('publish-preview')
  preview(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<PublishPreviewView> {
    return this.previews.preview(here, id);
  }

  @Post('publish')
  @HttpCode(200)
  publish(
    @TheHere() here: Here,
    @Param('id', IdPipe) id: string,
    @Body() order: PublishDto,
  ): Promise<ScenarioDetailView> {
    return this.publishing.publish(here, id, order);
  }

  @Get('versions')
  list(@TheHere() here: Here, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<Page<VersionView>> {
    return this.versions.list(here, id, query);
  }

  @Get('versions/:versionId')
  @ApiParam({ name: 'versionId' })
  get(@TheHere() here: Here, @TheInner('versionId') version: Inner): Promise<VersionView> {
    return this.versions.get(here, version);
  }

  @Patch('versions/:versionId')
  @ApiParam({ name: 'versionId' })
  describe(
    @TheHere() here: Here,
    @TheInner('versionId') version: Inner,
    @Body() order: DescribeVersionDto,
  ): Promise<VersionView> {
    return this.versions.describe(here, version, order);
  }

  @Post('versions/:versionId/restore')
  @HttpCode(200)
  @ApiParam({ name: 'versionId' })
  restoreVersion(
    @TheHere() here: Here,
    @TheInner('versionId') version: Inner,
    @Body() { draftRevision }: RestoreDto,
  ): Promise<ScenarioDetailView> {
    return this.restoring.restoreVersion(here, { ...version, draftRevision });
  }

  @Get('draft-copies')
  listDraftCopies(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<Page<DraftCopyView>> {
    return wholePage(this.versions.listDraftCopies(here, id));
  }

  @Post('draft-copies/:copyId/restore')
  @HttpCode(200)
  @ApiParam({ name: 'copyId' })
  restoreCopy(
    @TheHere() here: Here,
    @TheInner('copyId') copy: Inner,
    @Body() { draftRevision }: RestoreDto,
  ): Promise<ScenarioDetailView> {
    return this.restoring.restoreCopy(here, { ...copy, draftRevision });
  }
}
