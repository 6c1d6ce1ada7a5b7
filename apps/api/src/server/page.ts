import { ApiPropertyOptional } from '@nestjs/swagger';
import type { Page } from '@potok/contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, isUUID, Max, MaxLength, Min } from 'class-validator';
import { Refusal } from '../problems/refusal.js';

/** A list is read from the newest on; `cursor` is the `next` of the page before. */
export class PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ enum: ['ru', 'en'] })
  @IsOptional()
  @IsString()
  lang?: string;
}

const DEFAULT_LIMIT = 50;

export const placeOf = ({ cursor, limit = DEFAULT_LIMIT }: PageQuery): { before?: string; limit: number } => {
  if (cursor === undefined || cursor === '') return { limit };
  const before = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!isUUID(before)) throw new Refusal('invalid', 'CURSOR_WRONG', { field: '/cursor' });
  return { before, limit };
};

/** `list` is asked for one row more than is shown: that one tells whether there is a next page. */
export const pageOf = async <Row extends { readonly id: string }, View>(
  query: PageQuery,
  list: (place: { before?: string; limit: number }) => Promise<readonly Row[]>,
  view: (row: Row) => View,
): Promise<Page<View>> => {
  const place = placeOf(query);
  const rows = await list({ ...place, limit: place.limit + 1 });
  const shown = rows.slice(0, place.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > place.limit && last !== undefined;
  return {
    items: shown.map(view),
    ...(hasMore ? { next: Buffer.from(last.id, 'latin1').toString('base64url') } : {}),
  };
};

/** A list that is short by nature, as the same shape. */
export const wholePage = async <T>(items: Promise<readonly T[]>): Promise<Page<T>> => ({ items: await items });
