import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSecret } from '@potok/config';
import { CertificateRepository, newId, OrganizationRepository } from '@potok/persistence';
import { playWorker, type PlayedWorker } from '../testing/play-worker.js';
import { MASTER_KEYS, startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let worker: PlayedWorker;
let organizationId: string;
beforeAll(async () => {
  api = await startApi();
  worker = playWorker(api, () => ({ status: 'done', answer: { id: 'made' } }));
  organizationId = await api.inWorkspace((tx) =>
    new OrganizationRepository(tx).add(api.workspaceId, {
      kind: 'legal',
      name: 'ООО «Ромашка»',
      inn: '7736207543',
      kpp: '773601001',
      ogrn: null,
      ogrnDate: null,
      person: null,
      address: null,
      bank: null,
      taxRegime: 'osno',
      timeZone: 'Europe/Moscow',
    }),
  );
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

const der = Uint8Array.from([0x30, 0x82, 0x01, 0x00, ...new Array<number>(256).fill(5)]);
const pemOf = (what: string) =>
  `-----BEGIN ${what}-----\n${Buffer.from(der).toString('base64')}\n-----END ${what}-----\n`;

const addCertificate = async () => {
  const id = newId();
  await api.inWorkspace(async (tx) => {
    const certificates = new CertificateRepository(tx);
    await certificates.add({
      id,
      workspaceId: api.workspaceId,
      organizationId,
      person: { lastName: 'Иванова', firstName: 'Анна' },
      position: 'Директор',
      inn: '7736207543',
      thumbprint: id.replaceAll('-', ''),
      der: Buffer.from(der),
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
      provider: 'software',
      isTest: true,
    });
    await certificates.addKey(api.workspaceId, { certificateId: id, sealed: Buffer.from('sealed') });
  });
  return id;
};

it('asks the worker to read a certificate, with its key sealed for that request alone', async () => {
  const order = { organizationId, certificate: pemOf('CERTIFICATE'), privateKey: pemOf('PRIVATE KEY') };
  const answer = await api.call('certificates', { body: order });
  expect([answer.status, answer.body]).toMatchObject([200, { status: 'done', result: { id: 'made' } }]);
  const { id, kind, body } = worker.asked.at(-1) ?? {};
  expect([kind, body]).toMatchObject(['certificate-import', { organizationId, provider: 'software' }]);
  expect(body?.['certificate']).toBe(Buffer.from(der).toString('base64'));
  const sealed = Buffer.from(String(body?.['keySealed']), 'base64');
  expect(sealed.includes(Buffer.from(der))).toBe(false);
  expect(openSecret(sealed, MASTER_KEYS, `request:${id}`)).toEqual(der);
});

it('keeps a certificate without a key for one who signs in the browser', async () => {
  await api.call('certificates', { body: { organizationId, certificate: Buffer.from(der).toString('base64') } });
  const { body = {} } = worker.asked.at(-1) ?? {};
  expect(Object.keys(body).sort()).toEqual(['certificate', 'organizationId', 'provider']);
  expect(body['provider']).toBe('browser');
});

it('names the field that cannot be read', async () => {
  const codeOf = async (body: object) => {
    const answer = await api.call('certificates', { body });
    const { code, field } = answer.body as { code: string; field: string };
    return [answer.status, code, field];
  };
  const certificate = pemOf('CERTIFICATE');
  expect(await codeOf({ organizationId, certificate: 'нет' })).toEqual([400, 'CERTIFICATE_UNREADABLE', '/certificate']);
  expect(await codeOf({ organizationId, certificate, privateKey: 'нет' })).toEqual([
    400,
    'PRIVATE_KEY_UNREADABLE',
    '/privateKey',
  ]);
  expect(await codeOf({ organizationId: newId(), certificate })).toEqual([
    400,
    'ORGANIZATION_NOT_FOUND',
    '/organizationId',
  ]);
});

it('lists certificates and removes one with its key, which the trail tells', async () => {
  const id = await addCertificate();
  const listed = await api.call('certificates');
  expect(listed.body).toMatchObject([{ id, owner: 'Иванова Анна', position: 'Директор', isTest: true }]);
  expect(listed.text).not.toContain('sealed');
  expect((await api.call(`certificates/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await api.call(`certificates/${id}`, { method: 'DELETE' })).status).toBe(404);
  expect((await api.call('certificates')).body).toEqual([]);
  const [keys, trail] = await api.inWorkspace(async (tx) => [
    await tx.query<unknown[]>('SELECT 1 FROM signing_key'),
    await tx.query<unknown[]>(
      `SELECT who->>'name' AS who FROM audit WHERE act = 'certificate.removed' AND object_id = $1`,
      [id],
    ),
  ]);
  expect([keys, trail]).toEqual([[], [{ who: 'Анна' }]]);
});

it('shows a stranger nothing', async () => {
  const id = await addCertificate();
  const { workspaceId } = await api.addPerson('stranger@firma.ru');
  const stranger = await api.signIn('stranger@firma.ru');
  expect((await stranger(`/api/workspaces/${workspaceId}/certificates`)).body).toEqual([]);
  const removed = await stranger(`/api/workspaces/${workspaceId}/certificates/${id}`, { method: 'DELETE' });
  expect(removed.status).toBe(404);
  expect((await stranger(`/api/workspaces/${api.workspaceId}/certificates`)).status).toBe(404);
});
