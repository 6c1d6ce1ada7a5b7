import { existsSync, statSync } from 'node:fs';
import type { CheckView, FileCheckView, Manifest, ScenarioDetailView } from '@potok/contracts';
import { compileScenario, readScenarioFile } from '@potok/scenario';
import { CannotRun } from '../cannot-run.js';
import { EXIT, type Command, type ExitCode, type Given } from '../command.js';
import { textFlag } from '../flags.js';
import { readObject } from '../read-text.js';
import { scenarioIdOf, scenarioOfWords } from './find-scenario.js';
import { inWords, judgedLines, judgedOf, type Judged } from './judged.js';

/** `potok check`: files alone, files in the place of a draft, or a draft; without asking Potok when a manifest is given. */
export const check: Command = {
  name: 'check',
  flags: { into: { type: 'string' }, manifest: { type: 'string' } },
  help: () => '',
  async run(given) {
    const files = given.words.filter(isFile);
    if (files.length === 0) return show(given, [await ofDraft(given)]);
    const unknown = given.words.find((word) => !isFile(word));
    if (unknown !== undefined) throw new CannotRun(given.texts.fileUnreadable(unknown));
    const judge = await judgeOf(given);
    const judged: Judged[] = [];
    for (const path of files) judged.push(await judge(path));
    return show(given, judged);
  },
};

/** A word that looks like a file is meant as one, so that a missing file is told as such. */
const isFile = (word: string): boolean =>
  word === '-' || /\.json$/i.test(word) || (existsSync(word) && statSync(word).isFile());

const ofDraft = async (given: Given): Promise<Judged> => {
  const id = await scenarioOfWords(given);
  const { draft } = await given.api.get<ScenarioDetailView>(`scenarios/${id}`);
  const { findings, hash } = await given.api.post<CheckView>(`scenarios/${id}/check`, {});
  return judgedOf(id, findings, { scenario: draft, hash });
};

const judgeOf = async (given: Given): Promise<(path: string) => Promise<Judged>> => {
  const manifestPath = textFlag(given, 'manifest');
  if (manifestPath !== undefined) {
    const manifest = await readManifest(given, manifestPath);
    return async (path) => alone(given, { path, file: await readFile(given, path), manifest });
  }
  const into = textFlag(given, 'into');
  const scenarioId = into === undefined ? undefined : await scenarioIdOf(given, into);
  return async (path) => byApi(given, { path, file: await readFile(given, path), scenarioId });
};

interface FileOf {
  readonly path: string;
  readonly file: Record<string, unknown>;
}

/** A scenario file as JSON. Throws CannotRun with the place where it stops being JSON. */
export const readFile = (given: Given, path: string): Promise<Record<string, unknown>> =>
  readObject(given, path, { broken: given.texts.jsonBroken, wrong: given.texts.fileWrong(path) });

const alone = (given: Given, { path, file, manifest }: FileOf & { readonly manifest: Manifest }): Judged => {
  const { scenario, findings } = readScenarioFile(file);
  if (scenario === undefined) return judgedOf(path, inWords(findings, given), {});
  const compiled = compileScenario(scenario, { manifest });
  const isOpen = compiled.findings.some(({ code }) => code === 'CALL_UNKNOWN');
  if (isOpen && given.flags['json'] !== true) given.print(given.texts.callsNotLooked);
  const told = compiled.findings.filter(({ code }) => code !== 'CALL_UNKNOWN');
  return judgedOf(path, inWords(told, given), { scenario, hash: compiled.hash });
};

const byApi = async (
  given: Given,
  { path, file, scenarioId }: FileOf & { readonly scenarioId: string | undefined },
): Promise<Judged> => {
  const { scenario, findings: wrong } = readScenarioFile(file);
  if (scenario === undefined) return judgedOf(path, inWords(wrong, given), {});
  const order = { file, ...(scenarioId === undefined ? {} : { scenarioId }) };
  const { findings, hash } = await given.api.post<FileCheckView>('scenarios/check-file', order);
  return judgedOf(path, findings, { scenario, hash });
};

const readManifest = async (given: Given, path: string): Promise<Manifest> => {
  const { texts } = given;
  const json = await readObject(given, path, { broken: texts.jsonBroken, wrong: texts.manifestWrong(path) });
  if (isManifest(json)) return json;
  throw new CannotRun(texts.manifestWrong(path));
};

/** It was written by `potok manifest`: that it is one, and not what its nodes are, is asked. */
const isManifest = (json: object): json is Manifest => 'nodes' in json && Array.isArray(json.nodes);

const show = (given: Given, checked: readonly Judged[]): ExitCode => {
  const ok = checked.every((one) => one.ok);
  if (given.flags['json'] === true) given.print(JSON.stringify({ ok, checked }, null, 2));
  else for (const one of checked) for (const line of judgedLines(one, given)) given.print(line);
  return ok ? EXIT.clear : EXIT.open;
};
