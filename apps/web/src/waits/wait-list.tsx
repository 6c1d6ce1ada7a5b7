import { Button } from '@mantine/core';
import type { WaitView } from '@potok/contracts';
import type { ReactNode } from 'react';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { type Day, dayOf } from '../format/days.js';
import { formatCount, formatTotal } from '../format/money.js';
import { Loaded } from '../page/loaded.js';
import { type ListQuery, usePaged } from '../page/paged.js';
import { useDayTitle } from './day-title.js';
import { WaitRow } from './wait-item.js';

const byDay = (items: readonly WaitView[], timeZone: string): readonly (readonly [Day, readonly WaitView[]])[] => {
  const days = new Map<Day, WaitView[]>();
  for (const item of items) {
    const day = item.until === undefined ? '' : dayOf(item.until, timeZone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
};

const Rows = ({ items }: { readonly items: readonly WaitView[] }) => (
  <ul className="wait-rows">
    {items.map((wait) => (
      <li key={wait.id}>
        <WaitRow wait={wait} />
      </li>
    ))}
  </ul>
);

const Days = ({ items }: { readonly items: readonly WaitView[] }) => {
  const { timeZone } = useWorkspace();
  const titleOf = useDayTitle();
  return byDay(items, timeZone).map(([day, waits]) => (
    <section key={day} className="wait-day">
      <h3>{titleOf(day)}</h3>
      <Rows items={waits} />
    </section>
  ));
};

interface Props {
  readonly title: string;
  readonly query: ListQuery;
  /** A heading for each day. */
  readonly hasDays?: boolean;
  /** Nothing at all is shown of an empty list when this is not given. */
  readonly empty?: ReactNode;
}

/** Waits under one heading, page after page. */
export const WaitList = ({ title, query, hasDays = false, empty }: Props) => {
  const { page } = useTexts();
  const { language } = useSpeech();
  const answer = usePaged<WaitView>('waits', query);
  return (
    <Loaded answer={answer} rows={4}>
      {({ items, total }) =>
        items.length === 0 ? (
          <>{empty}</>
        ) : (
          <section className="wait-list" aria-label={title}>
            <h2 className="section-title">
              {title} <span className="num dim">{total === undefined ? '' : formatTotal(total, language)}</span>
            </h2>
            {hasDays ? <Days items={items} /> : <Rows items={items} />}
            {answer.hasNextPage ? (
              <footer className="table-foot">
                <span className="num dim">{page.shownOnly(formatCount(items.length, language))}</span>
                <Button
                  variant="default"
                  loading={answer.isFetchingNextPage}
                  onClick={() => void answer.fetchNextPage()}
                >
                  {page.more}
                </Button>
              </footer>
            ) : null}
          </section>
        )
      }
    </Loaded>
  );
};
