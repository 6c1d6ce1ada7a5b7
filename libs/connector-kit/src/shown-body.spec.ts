import { expect, it } from '@jest/globals';
import { shownSide, type Said } from './shown-body.js';

const said = (type: string, body: string | Uint8Array, over: Partial<Said> = {}): Said => ({
  headers: { 'Content-Type': type },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  ...over,
});
const json = (value: unknown, over: Partial<Said> = {}) => said('application/json', JSON.stringify(value), over);
const bodyOf = (of: Said, secrets: readonly string[] = []) => shownSide(of, secrets).body;

it('shows JSON with what its names call secret masked, however deep', () => {
  const body = { deal: { id: 7, title: 'Сделка' }, auth: 'b1c2', oauth: [{ access_token: 'x', expires_in: 3600 }] };
  expect(JSON.parse(bodyOf(json(body)) ?? '')).toEqual({
    deal: { id: 7, title: 'Сделка' },
    auth: '•••',
    oauth: [{ access_token: '•••', expires_in: 3600 }],
  });
});

it('hides the known secrets of a connection wherever they stand', () => {
  expect(bodyOf(json({ note: 'ключ s3cr3t-value здесь' }), ['s3cr3t-value'])).toBe('{"note":"ключ ••• здесь"}');
});

it('masks the secrets of a form, also the one-time code', () => {
  const form = 'grant_type=authorization_code&code=abc&client_secret=s&redirect_uri=https://a.example';
  expect(bodyOf(said('application/x-www-form-urlencoded', form))).toBe(
    'grant_type=authorization_code&code=•••&client_secret=•••&redirect_uri=https://a.example',
  );
});

it.each([
  ['a bare token as text', said('text/plain', 'dG9rZW4=', { status: 200 })],
  ['a bare token as JSON', json('dG9rZW4=', { status: 200 })],
  ['a document', said('application/xml; charset=windows-1251', '<Файл/>')],
  ['a page that is no refusal', said('text/html', '<html>', { status: 200 })],
  ['bytes', said('application/octet-stream', Uint8Array.of(0, 1, 2))],
  ['what only says that it is JSON', said('application/json', 'token dG9rZW4=')],
  ['more than is read', json({ text: 'x'.repeat(70_000) })],
])('shows no body of %s, only its size', (_what, of) => {
  const shown = shownSide(of, []);
  expect(shown).toMatchObject({ sizeBytes: of.body.length });
  expect(shown.body).toBeUndefined();
});

it('shows the words of a refusal', () => {
  expect(bodyOf(said('text/plain; charset=utf-8', 'Нет такого ящика', { status: 404 }))).toBe('Нет такого ящика');
});

it('shows of a long text inside, a file say, only the beginning and the length', () => {
  expect(bodyOf(json({ content: 'QUJD'.repeat(500) }))).toBe(`{"content":"${'QUJD'.repeat(50)}… (2000)"}`);
});

it('cuts a body to four kilobytes, at a whole letter', () => {
  const { body = '', isCut } = shownSide(json({ lines: Array.from({ length: 300 }, () => 'строка документа') }), []);
  expect(isCut).toBe(true);
  expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(4096);
  expect(body).not.toContain('\uFFFD');
});

it('names every header and shows the values of those that cannot hold a secret', () => {
  const headers = {
    Authorization: 'Bearer x',
    'X-Api-Key': 'k',
    Cookie: 'a=b',
    'Content-Type': 'application/pdf',
    'Retry-After': '5',
    Location: 'https://a.example/next?ticket=1',
    'X-Diadoc-ErrorCode': 'Box.NotFound',
  };
  expect(shownSide({ headers, body: new Uint8Array() }, []).headers).toEqual({
    authorization: '•••',
    'x-api-key': '•••',
    cookie: '•••',
    'content-type': 'application/pdf',
    'retry-after': '5',
    location: 'https://a.example/next',
    'x-diadoc-errorcode': 'Box.NotFound',
  });
});

it('breaks on no header, whatever a scenario has put there', () => {
  const headers = { Accept: 7, Via: ['a', 'b'], Age: null };
  expect(shownSide({ headers, body: new Uint8Array() }, []).headers).toEqual({ accept: '7', via: 'a,b', age: 'null' });
});

it('gives nothing that PostgreSQL would not store', () => {
  const shown = bodyOf(json({ text: 'a\0b\ud800c' })) ?? '';
  expect(shown).toBe('{"text":"a\\u0000b\\ud800c"}');
});

it('shows a number that a float would change as it came', () => {
  expect(bodyOf(said('application/json', '{"id":90071992547409931,"sum":128400.5}'))).toBe(
    '{"id":"90071992547409931","sum":128400.5}',
  );
});
