import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { GapCode, Page, ReconciliationDetailView, RunDetailView, RunView } from '@potok/contracts';
import { onecAccount } from '@potok/sandbox/demo';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { answerAsBuyer, copyDeals, diadocState, winDeal } from '../support/sandbox.js';
import { potok, readStack, until } from '../support/stack.js';

const HOUR_MS = 3_600_000;
let db: pg.Client;
/** Takes back what was planted and stays: other journeys share the stack. */
const tidy: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  db = new pg.Client({ connectionString: readStack().databaseUrl });
  await db.connect();
});
afterAll(async () => {
  rmSync(readStack().clockOffsetFile, { force: true });
  await db.query('UPDATE cursor SET is_enabled = true');
  for (const takeBack of tidy) await takeBack();
  await db.end();
});

const runOfDeal = async (dealId: string) =>
  (await potok<Page<RunView>>('GET', `runs?search=${dealId}`)).items.find((run) => run.subject.dealId === dealId);
const runThatIs = (dealId: string, status: RunView['status']) =>
  until(`run of deal ${dealId} is ${status}`, () => runOfDeal(dealId), {
    isEnough: (run) => run?.status === status,
    timeoutMs: 90_000,
  });
/** A deal whose document is with the buyer. */
const aWaitingDeal = async () => {
  const [dealId = ''] = await copyDeals('1', 1);
  await winDeal(dealId);
  const run = await runThatIs(dealId, 'waiting');
  const [document] = (await potok<RunDetailView>('GET', `runs/${run?.id ?? ''}`)).documents;
  const at = (await diadocState()).documents.find((one) => one.number === document?.number);
  if (run === undefined || document === undefined || at === undefined)
    throw new Error(`Nothing was sent for ${dealId}`);
  return { dealId, runId: run.id, documentId: document.id, at };
};

/** `potok reconcile --wait --json`, as a script calls it. */
const reconcile = async (): Promise<{ readonly code: number; readonly report: ReconciliationDetailView }> => {
  const { publicUrl, demo } = readStack();
  const env = { POTOK_URL: publicUrl, POTOK_TOKEN: demo.apiToken, POTOK_WORKSPACE: demo.workspaceId };
  const args = ['apps/cli/bin/potok.mjs', 'reconcile', '--wait', '--json'];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { env: { ...process.env, ...env }, maxBuffer: 1 << 26 },
      (error, out, complaint) => {
        const code = typeof error?.code === 'number' ? error.code : 0;
        if (code > 1) reject(new Error(`potok ended with ${code}: ${complaint}`));
        else resolve({ code, report: JSON.parse(out) as ReconciliationDetailView });
      },
    );
  });
};

/** Writes the document a second time into the books, as a hasty person would. */
const bookAgain = async (documentId: string) => {
  const { user, password, base } = onecAccount;
  const set = `${readStack().sandboxUrl}/onec/${base}/odata/standard.odata/${encodeURIComponent('Document_РеализацияТоваровУслуг')}`;
  const headers = {
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    'content-type': 'application/json',
  };
  const filter = encodeURIComponent(`substringof('${documentId}', Комментарий)`);
  const { value } = (await (await fetch(`${set}?$format=json&$filter=${filter}`, { headers })).json()) as {
    value: Record<string, unknown>[];
  };
  const { Ref_Key: _key, Number: _number, DataVersion: _version, Posted: _posted, ...fields } = value[0] ?? {};
  const Ref_Key = randomUUID();
  const written = await fetch(`${set}?$format=json`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...fields, Ref_Key }),
  });
  expect(written.status).toBe(201);
  const posted = await fetch(`${set}(guid'${Ref_Key}')/Post?$format=json`, { method: 'POST', headers });
  expect(posted.status).toBeLessThan(300);
  tidy.push(() => fetch(`${set}(guid'${Ref_Key}')/Unpost?$format=json`, { method: 'POST', headers }));
};

/** Nobody reads the boxes any more, and whoever was at it has ended. */
const stopPolling = async () => {
  await db.query(`UPDATE cursor SET is_enabled = false WHERE kind = 'operator-box'`);
  const reading = () => db.query(`SELECT 1 FROM cursor WHERE kind = 'operator-box' AND lease_until > now()`);
  await until('nobody reads a box', reading, { isEnough: ({ rowCount }) => rowCount === 0 });
};

/** An hour on, also by the clock of the operator: that one never goes back after another journey has moved it. */
const moveClock = async () => {
  const { rows } = await db.query<{ at: Date }>('SELECT max(at) AS at FROM document_event');
  const aheadMs = (rows[0]?.at.getTime() ?? 0) - Date.now();
  const isLittle = aheadMs > 0 && aheadMs < 3 * HOUR_MS;
  writeFileSync(readStack().clockOffsetFile, String(HOUR_MS + (isLittle ? aheadMs : 0)));
};

const terminate = async (runId: string) => {
  const connection = await Connection.connect({ address: readStack().temporalAddress });
  const workflowId = `${readStack().demo.workspaceId}/${runId}`;
  await new Client({ connection }).workflow.getHandle(workflowId).terminate('journey');
  await connection.close();
};

/** What became of the gaps of this kind that a document or a run has. */
const statesOf = ({ findings }: ReconciliationDetailView, code: GapCode, id: string) =>
  findings.filter((one) => one.code === code && [one.documentId, one.runId].includes(id)).map((one) => one.state);

it('finds what was planted, mends what can be mended, and finds nothing new the second time', async () => {
  const [answered, lost, moved, posted] = [
    await aWaitingDeal(),
    await aWaitingDeal(),
    await aWaitingDeal(),
    await aWaitingDeal(),
  ];
  await answerAsBuyer(posted.at, 'sign');
  await runThatIs(posted.dealId, 'done');
  await stopPolling();
  // The answer of the buyer never comes.
  await answerAsBuyer(answered.at, 'sign');
  await terminate(lost.runId);
  const placeAt = (messageId: string) =>
    db.query(`UPDATE document SET message_id = $2 WHERE id = $1`, [moved.documentId, messageId]);
  await placeAt(randomUUID());
  tidy.push(() => placeAt(moved.at.messageId));
  await bookAgain(posted.documentId);
  await db.query(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token)
     SELECT gen_random_uuid(), workspace_id, id, 'planted', '0', 'callback', id::text, id::text FROM run WHERE id = $1`,
    [posted.runId],
  );
  // An hour later all of this is no longer on its way.
  await moveClock();

  const first = await reconcile();
  expect(first.code).toBe(1);
  expect(first.report.comparisons.filter((line) => line.state !== 'done')).toEqual([]);
  expect(statesOf(first.report, 'EVENT_LOST', answered.documentId)).toContain('mended');
  expect(statesOf(first.report, 'RUN_LOST', lost.runId)).toEqual(['parked']);
  expect(statesOf(first.report, 'DOCUMENT_NOT_AT_OPERATOR', moved.documentId)).toEqual(['parked']);
  expect(statesOf(first.report, 'DOCUMENT_SENT_TWICE', moved.documentId)).toEqual(['parked']);
  expect(statesOf(first.report, 'POSTING_TWICE', posted.documentId)).toEqual(['parked']);
  expect(statesOf(first.report, 'WAIT_WITHOUT_RUN', posted.runId)).toEqual(['mended']);

  // What was brought in goes the way of all events, and what the box is read for afterwards doubles nothing.
  await runThatIs(answered.dealId, 'done');
  await db.query(`UPDATE cursor SET is_enabled = true WHERE kind = 'operator-box'`);
  const stopped = await runThatIs(lost.dealId, 'needs-a-person');
  expect(stopped?.fault?.fault.code).toBe('RUN_LOST');
  expect(stopped?.fault?.detail).toMatch(/[а-яё].*\./i);

  const second = await reconcile();
  expect(second.code).toBe(1);
  const ours = new Set([answered, lost, moved, posted].flatMap(({ runId, documentId }) => [runId, documentId]));
  const isOurs = (id: string | undefined) => id !== undefined && ours.has(id);
  expect(second.report.findings.filter((one) => one.isNew && (isOurs(one.runId) || isOurs(one.documentId)))).toEqual(
    [],
  );
  expect(statesOf(second.report, 'EVENT_LOST', answered.documentId)).toEqual([]);

  // A run that nothing can wake is closed by a person, by its rows.
  await potok('POST', `runs/${lost.runId}/commands`, { body: { kind: 'close', reason: 'Сверено' } });
  await runThatIs(lost.dealId, 'closed-by-person');
}, 300_000);
