import { RUN_END_STATUSES, type DeliveryView, type RunView, type StartView } from '@potok/contracts';
import { wordsEn, wordsRu } from '@potok/contracts/words';
import { CannotRun } from '../cannot-run.js';
import { EXIT, type Command, type ExitCode, type Given } from '../command.js';
import { minutesFlag, textFlag } from '../flags.js';
import { readObject } from '../read-text.js';
import { scenarioOfWords } from '../scenarios/find-scenario.js';

const LOOK_EVERY_MS = 1000;

/** `potok run`: starts a scenario with data, and waits for its end when asked to. */
export const run: Command = {
  name: 'run',
  flags: {
    data: { type: 'string' },
    key: { type: 'string' },
    wait: { type: 'boolean' },
    minutes: { type: 'string' },
  },
  help: ({ runHelp }) => runHelp,
  async run(given) {
    const { texts, flags, print, api } = given;
    const minutes = minutesFlag(given);
    const path = textFlag(given, 'data');
    if (path === undefined) throw new CannotRun(texts.dataMissing);
    const data = await readObject(given, path, { broken: texts.dataUnreadable, wrong: texts.dataWrong });
    const id = await scenarioOfWords(given);
    const key = textFlag(given, 'key');
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    const { deliveryId } = await api.post<StartView>(`scenarios/${id}/api-runs`, { data }, headers);
    if (flags['wait'] === true) return follow(given, { deliveryId, minutes });
    print(flags['json'] === true ? JSON.stringify({ deliveryId }) : texts.asked(deliveryId));
    return EXIT.clear;
  },
};

interface Followed {
  readonly deliveryId: string;
  readonly minutes: number;
}

const follow = async (given: Given, { deliveryId, minutes }: Followed): Promise<ExitCode> => {
  const { api, texts, language } = given;
  const end = Date.now() + minutes * 60_000;
  const delivery = await until(given, end, {
    look: () => api.get<DeliveryView>(`deliveries/${deliveryId}?lang=${language}`),
    isEnough: ({ status }) => status !== 'accepted',
  });
  if (delivery.status === 'accepted') throw new CannotRun(texts.notAdmitted(deliveryId, minutes));
  if (delivery.runId === undefined) return showNoRun(given, delivery);
  const path = `runs/${delivery.runId}`;
  const ended = await until(given, end, { look: () => api.get<RunView>(path), isEnough: isOver });
  return showRun(given, ended, { deliveryId, minutes });
};

const until = async <T>(
  { pause }: Given,
  end: number,
  { look, isEnough }: { readonly look: () => Promise<T>; readonly isEnough: (seen: T) => boolean },
): Promise<T> => {
  for (;;) {
    const seen = await look();
    if (isEnough(seen) || Date.now() > end) return seen;
    await pause(LOOK_EVERY_MS);
  }
};

/** Ended, or standing until a person comes. */
const isOver = ({ status }: RunView): boolean =>
  status === 'needs-a-person' || RUN_END_STATUSES.some((one) => one === status);

const showNoRun = ({ flags, texts, print }: Given, { id, status, reason }: DeliveryView): ExitCode => {
  if (flags['json'] === true) print(JSON.stringify({ deliveryId: id, status, reason }, null, 2));
  else print(texts.noRun(reason ?? status));
  return EXIT.open;
};

const showRun = (given: Given, seen: RunView, { deliveryId, minutes }: Followed): ExitCode => {
  const { flags, texts, print, language } = given;
  const status = (language === 'en' ? wordsEn : wordsRu).run[seen.status];
  if (flags['json'] === true) print(JSON.stringify({ deliveryId, run: seen }, null, 2));
  else if (isOver(seen)) print(texts.ended({ id: seen.id, status }));
  if (!isOver(seen)) throw new CannotRun(texts.notEnded({ id: seen.id, status, minutes }));
  if (seen.fault !== undefined && flags['json'] !== true) print(texts.fault(seen.fault));
  return seen.status === 'done' ? EXIT.clear : EXIT.open;
};
