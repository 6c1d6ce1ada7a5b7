import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { DocumentQuery } from '../documents/document.dto.js';
import { RunQuery } from '../runs/run.dto.js';

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export class DocumentExportQuery extends DocumentQuery {
  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format!: Format;
}

export class RunExportQuery extends RunQuery {
  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format!: Format;
}
