import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../identity/needs.js';
import { AppDatabase } from '../server/app-database.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly db: AppDatabase) {}

  /** 200 when this process can serve: it reaches the database. Otherwise 503. */
  @Public()
  @Get()
  async health(): Promise<{ readonly status: 'ok' }> {
    await this.db.identity.query('SELECT 1');
    return { status: 'ok' };
  }
}
