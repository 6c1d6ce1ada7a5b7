import { ApiPropertyOptional } from '@nestjs/swagger';
import type { CountView, Page } from '@potok/contracts';
import type { Counted } from '@potok/persistence';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, isUUID, Max, MaxLength, Min } from 'class-validator';
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

  /** Also say how many there are, over all pages. */
  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  count?: boolean;

  @ApiPropertyOptional({ enum: ['ru', 'en'] })
  @IsOptional()
  @IsString()
  lang?: string;
}

const DEFAULT_LIMIT = 50;

/** Where a page begins and how long it is. */
export interface Place {
  readonly before?: string;
  readonly limit: number;
}

const placeOf = ({ cursor, limit = DEFAULT_LIMIT }: PageQuery): Place => {
  if (cursor === undefined || cursor === '') return { limit };
  const before = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!isUUID(before)) throw new Refusal('invalid', 'CURSOR_WRONG', { field: '/cursor' });
  return { before, limit };
};

/** The rows of a list under its conditions, newest first, and their number. */
export interface Listing<Row> {
  list(place: Place): Promise<readonly Row[]>;
  count(): Promise<Counted>;
}

/** One row more than is shown is asked for: that one tells whether there is a next page. */
export const pageOf = async <Row extends { readonly id: string }, View>(
  query: PageQuery,
  listing: Listing<Row>,
  view: (row: Row) => View,
): Promise<Page<View>> => {
  const place = placeOf(query);
  const rows = await listing.list({ ...place, limit: place.limit + 1 });
  const shown = rows.slice(0, place.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > place.limit && last !== undefined;
  return {
    items: shown.map(view),
    ...(hasMore ? { next: Buffer.from(last.id, 'latin1').toString('base64url') } : {}),
    ...(query.count === true ? totalOf(await listing.count()) : {}),
  };
};

/** A count as the API answers it. */
export const totalOf = ({ total, isCapped }: Counted): CountView => ({
  total,
  ...(isCapped ? { isTotalCapped: true } : {}),
});

/** A list that is short by nature, as the same shape. */
export const wholePage = async <T>(items: Promise<readonly T[]>): Promise<Page<T>> => ({ items: await items });
