import { ApiPropertyOptional } from '@nestjs/swagger';
import { HEADLINES, type DocumentKind, type Headline } from '@potok/contracts';
import { DOCUMENT_QUEUES, type DocumentQueue } from '@potok/contracts/names';
import type { DocumentFilter } from '@potok/persistence';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../server/page.js';

const KINDS = ['upd', 'ukd', 'invoice', 'act', 'torg12'] as const satisfies DocumentKind[];

const QUEUES = Object.keys(DOCUMENT_QUEUES) as DocumentQueue[];

export class DocumentQuery extends PageQuery {
  @ApiPropertyOptional({ enum: HEADLINES })
  @IsOptional()
  @IsIn(HEADLINES)
  headline?: Headline;

  @ApiPropertyOptional({ enum: QUEUES, description: 'Whose turn it is' })
  @IsOptional()
  @IsIn(QUEUES)
  queue?: DocumentQueue;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: DocumentKind;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  organizationId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  counterpartyId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  runId?: string;

  @ApiPropertyOptional({ description: 'Part of a number, an ИНН, a name or a deal id' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional({ example: '2026-11-01' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-30' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

/** The conditions without the place of a page. */
export type DocumentConditions = Omit<DocumentQuery, keyof PageQuery>;

export const filterOf = (query: DocumentConditions): DocumentFilter => {
  const { kind, organizationId, counterpartyId, runId, from, to, search } = query;
  const headlines = headlinesOf(query);
  // A queue is work to be done; what a trial has made is none.
  const isTrial = query.queue === undefined ? undefined : false;
  return given({
    isTrial,
    headlines,
    kind,
    organizationId,
    counterpartyId,
    runId,
    from,
    to,
    search: search || undefined,
  });
};

/** Both a queue and a headline: what is in both. */
const headlinesOf = ({ headline, queue }: DocumentConditions): readonly Headline[] | undefined => {
  if (queue === undefined) return headline === undefined ? undefined : [headline];
  return DOCUMENT_QUEUES[queue].filter((one) => headline === undefined || one === headline);
};

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
