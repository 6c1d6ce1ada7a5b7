import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonSchema } from '@potok/contracts';
import { scenarioFileSchema } from '@potok/scenario';
import { Public } from '../identity/needs.js';

@ApiTags('schemas')
@Controller('schemas')
export class SchemaController {
  /** For editors and checkers of people's own; it says nothing of this installation. */
  @Public()
  @Get('scenario-1.json')
  @Header('access-control-allow-origin', '*')
  scenario(): JsonSchema {
    return scenarioFileSchema;
  }
}
