import type { WaitsSearch } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { Empty } from '../page/empty.js';
import { Loaded } from '../page/loaded.js';
import { useNow } from '../format/moment.js';
import { conditionsOf, useWaitCounts } from './queries.js';
import { WaitList } from './wait-list.js';

const MINUTE_MS = 60_000;

/** Late first, then by day, then what waits as long as it takes. */
export const ListView = ({ search }: { readonly search: WaitsSearch }) => {
  const { waits } = useTexts();
  const conditions = conditionsOf(search);
  // To the minute, so that the list is not another one each time the clock is looked at.
  const now = new Date(Math.floor(useNow() / MINUTE_MS) * MINUTE_MS).toISOString();
  return (
    <Loaded answer={useWaitCounts(conditions)} rows={8}>
      {({ dated, undated }) =>
        dated.total + undated.total === 0 ? (
          <Empty>{waits.empty}</Empty>
        ) : (
          <>
            <WaitList title={waits.overdue} query={{ ...conditions, until: now }} />
            <WaitList title={waits.ahead} query={{ ...conditions, from: now }} hasDays />
            <WaitList title={waits.undated} query={{ ...conditions, undated: 'true' }} />
          </>
        )
      }
    </Loaded>
  );
};
