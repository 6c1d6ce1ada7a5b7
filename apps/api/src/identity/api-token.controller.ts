import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { ApiTokenView, Page } from '@potok/contracts';
import { ArrayNotEmpty, IsArray, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { IdPipe } from '../server/id.pipe.js';
import { wholePage } from '../server/page.js';
import { ApiTokenService } from './api-token.service.js';
import { SCOPES, TheHere, TheUser, type Here, type Scope, type User } from './caller.js';

class IssueTokenDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  @ApiProperty({ isArray: true, enum: SCOPES })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];
}

@ApiTags('api-tokens')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/api-tokens')
export class ApiTokenController {
  constructor(private readonly tokens: ApiTokenService) {}

  @Get()
  list(@TheHere() here: Here): Promise<Page<ApiTokenView>> {
    return wholePage(this.tokens.list(here));
  }

  /** Only a person makes tokens: a token that makes tokens could not be revoked. */
  @Post()
  issue(@TheHere() here: Here, @TheUser() user: User, @Body() order: IssueTokenDto): Promise<ApiTokenView> {
    return this.tokens.issue(here, user, { name: order.name, scopes: order.scopes });
  }

  @Delete(':id')
  @HttpCode(204)
  revoke(@TheHere() here: Here, @Param('id', IdPipe) id: string): Promise<void> {
    return this.tokens.revoke(here, id);
  }
}
