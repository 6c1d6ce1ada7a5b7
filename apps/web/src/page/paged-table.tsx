import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import { formatCount, formatTotal } from '../format/money.js';
import { type Column, DataTable } from './data-table.js';
import { Empty } from './empty.js';
import { Loaded } from './loaded.js';
import type { Listed } from './paged.js';

interface Answer<T> {
  readonly data: Listed<T> | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

interface Props<T> {
  readonly answer: Answer<T>;
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly idOf: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  readonly hrefOf?: (row: T) => string;
  readonly chosen?: string | undefined;
  readonly empty: ReactNode;
  /** Given when conditions are set: nothing found is another thing than nothing there. */
  readonly onClear?: (() => void) | undefined;
}

export const PagedTable = <T,>({ answer, empty, onClear, ...table }: Props<T>) => {
  const { texts, language } = useSpeech();
  return (
    <Loaded answer={answer} rows={10}>
      {({ items, total }) => {
        if (items.length === 0 && onClear !== undefined)
          return (
            <Empty
              action={
                <Button variant="default" onClick={onClear}>
                  {texts.page.clearFilters}
                </Button>
              }
            >
              {texts.page.nothingFound}
            </Empty>
          );
        if (items.length === 0) return <>{empty}</>;
        const shown = formatCount(items.length, language);
        return (
          <>
            <DataTable {...table} rows={items} />
            <footer className="table-foot">
              <span className="num dim">
                {total === undefined
                  ? texts.page.shownOnly(shown)
                  : texts.page.shown(shown, formatTotal(total, language))}
              </span>
              {answer.hasNextPage ? (
                <Button
                  variant="default"
                  loading={answer.isFetchingNextPage}
                  onClick={() => void answer.fetchNextPage()}
                >
                  {texts.page.more}
                </Button>
              ) : null}
            </footer>
          </>
        );
      }}
    </Loaded>
  );
};
