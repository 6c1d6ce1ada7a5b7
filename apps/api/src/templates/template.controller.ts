import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, TemplateView } from '@potok/contracts';
import { wholePage } from '../server/page.js';
import { listTemplates } from './list-templates.js';

@ApiTags('templates')
@Controller('templates')
export class TemplateController {
  @Get()
  list(): Promise<Page<TemplateView>> {
    return wholePage(listTemplates());
  }
}
