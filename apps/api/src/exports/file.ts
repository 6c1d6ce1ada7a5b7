import { Readable } from 'node:stream';
import type { StreamableFile } from '@nestjs/common';
import { asDownload } from '../server/download.js';
import { csvOf } from './csv.js';
import type { Format } from './export.dto.js';
import type { Table } from './table.js';
import { xlsxOf } from './xlsx.js';

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The table as a file that is written while it is sent. */
export const fileOf = <Row>(table: Table<Row>, of: { readonly format: Format; readonly day: string }): StreamableFile =>
  asDownload({
    fileName: `${table.name} ${of.day}.${of.format}`,
    mediaType: MEDIA_TYPES[of.format],
    content: of.format === 'csv' ? Readable.from(csvOf(table)) : xlsxOf(table),
  });
