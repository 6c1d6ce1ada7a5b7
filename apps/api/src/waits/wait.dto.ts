import { ApiPropertyOptional } from '@nestjs/swagger';
import type { WaitFilter } from '@potok/persistence';
import { Transform } from 'class-transformer';
import { IsBoolean, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../server/page.js';

const asBoolean = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);

/** The soonest first. */
export class WaitQuery extends PageQuery {
  @ApiPropertyOptional({ example: '2026-11-01T00:00:00+03:00', description: 'Whose time is not before this' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ example: '2026-12-01T00:00:00+03:00', description: 'Whose time is before this' })
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string;

  @ApiPropertyOptional({ example: 'docflow', description: 'The event of the wait, or retry' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z0-9.-]{0,39}$/)
  kind?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  scenario?: string;

  @ApiPropertyOptional({ description: 'Part of a name, an ИНН, a document number or a deal id' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional({ default: false, description: 'Only what should have been over by now' })
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional({ default: false, description: 'Only what waits as long as it takes' })
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  undated?: boolean;
}

export type WaitConditions = Omit<WaitQuery, keyof PageQuery>;

/** Overdue is what ends before now, whatever period was asked. */
export const waitFilterOf = (query: WaitConditions, now: Date): WaitFilter => {
  const { kind, scenario, search, undated = false } = query;
  return {
    isDated: !undated,
    ...(undated ? {} : periodOf(query, now)),
    ...(kind === undefined ? {} : { kind }),
    ...(scenario === undefined ? {} : { scenarioId: scenario }),
    ...(search === undefined || search === '' ? {} : { search }),
  };
};

const periodOf = ({ from, until, overdue = false }: WaitConditions, now: Date): Pick<WaitFilter, 'from' | 'until'> => {
  const ends = [until === undefined ? [] : [new Date(until)], overdue ? [now] : []].flat();
  const end = ends.sort((a, b) => a.getTime() - b.getTime())[0];
  return { ...(from === undefined ? {} : { from: new Date(from) }), ...(end === undefined ? {} : { until: end }) };
};
