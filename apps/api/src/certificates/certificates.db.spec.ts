import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSecret } from '@potok/config';
import { CertificateRepository, newId } from '@potok/persistence';
import { addOrganization } from '../testing/an-organization.js';
import { playWorker, type PlayedWorker } from '../testing/play-worker.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

const masterKeys = [{ id: 'k1', bytes: new Uint8Array(32).fill(7) }];

let api: TestApi;
let anna: Member;
let worker: PlayedWorker;
let organizationId: string;
beforeAll(async () => {
  api = await startApi({ masterKeys });
  anna = await api.addMember('anna');
  worker = playWorker(api.owner, () => ({ status: 'done', answer: { id: 'made' } }));
  organizationId = await addOrganization(anna);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

const der = Uint8Array.from([0x30, 0x82, 0x01, 0x00, ...new Array<number>(256).fill(5)]);
const base64 = Buffer.from(der).toString('base64');
const pemOf = (what: string) => `-----BEGIN ${what}-----\n${base64}\n-----END ${what}-----\n`;

const addCertificate = async () => {
  const { workspaceId } = anna;
  const certificates = new CertificateRepository(api.owner.manager);
  const id = await certificates.add({
    workspaceId,
    organizationId,
    person: { lastName: 'Иванова', firstName: 'Анна' },
    position: 'Директор',
    inn: '7736207543',
    thumbprint: newId(),
    der: Buffer.from(der),
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
    provider: 'software',
    isTest: true,
  });
  await certificates.addKey(workspaceId, { certificateId: id, sealed: Buffer.from('sealed') });
  return id;
};

it('asks the worker to read a certificate, with its key sealed for that request alone', async () => {
  const order = { organizationId, certificate: pemOf('CERTIFICATE'), privateKey: pemOf('PRIVATE KEY') };
  const answer = await anna.call('POST', 'certificates', order);
  expect([answer.status, answer.json()]).toMatchObject([200, { status: 'done', result: { id: 'made' } }]);
  const { id, kind, body } = worker.asked.at(-1) ?? {};
  expect([kind, body]).toMatchObject([
    'import-certificate',
    { organizationId, provider: 'software', certificate: base64 },
  ]);
  const sealed = Buffer.from(String(body?.['keySealed']), 'base64');
  expect(sealed.includes(Buffer.from(der))).toBe(false);
  expect(openSecret(sealed, masterKeys, `request:${id}`)).toEqual(der);
});

it('keeps a certificate without a key for one who signs in the browser', async () => {
  await anna.call('POST', 'certificates', { organizationId, certificate: base64 });
  expect(worker.asked.at(-1)?.body).toEqual({ organizationId, certificate: base64, provider: 'browser' });
});

it.each([
  ['CERTIFICATE_UNREADABLE', '/certificate', { certificate: 'нет' }],
  ['PRIVATE_KEY_UNREADABLE', '/privateKey', { privateKey: 'нет' }],
  ['ORGANIZATION_NOT_FOUND', '/organizationId', { organizationId: newId() }],
])('says %s and names the field', async (code, field, wrong) => {
  const answer = await anna.call('POST', 'certificates', { organizationId, certificate: base64, ...wrong });
  expect(answer.json()).toMatchObject({ status: 400, code, field });
});

it('lists certificates and removes one with its key, which the trail tells', async () => {
  const id = await addCertificate();
  const listed = await anna.call('GET', 'certificates');
  expect(listed.json()).toMatchObject({ items: [{ id, owner: 'Иванова Анна', position: 'Директор', isTest: true }] });
  expect(listed.text).not.toContain('sealed');
  expect((await anna.call('DELETE', `certificates/${id}`)).status).toBe(204);
  expect((await anna.call('DELETE', `certificates/${id}`)).status).toBe(404);
  expect((await anna.call('GET', 'certificates')).json()).toEqual({ items: [] });
  expect(await api.owner.query('SELECT 1 FROM signing_key')).toEqual([]);
  const trail = await anna.call('GET', `audit?kind=certificate&id=${id}`);
  expect(trail.json()).toMatchObject({ items: [{ act: 'certificate.removed', who: 'anna' }] });
});

it('shows a stranger nothing', async () => {
  const id = await addCertificate();
  const boris = await api.addMember('boris');
  expect((await boris.call('GET', 'certificates')).json()).toEqual({ items: [] });
  expect((await boris.call('DELETE', `certificates/${id}`)).status).toBe(404);
  const headers = { authorization: `Bearer ${boris.token}` };
  expect((await api.fetch(`/api/workspaces/${anna.workspaceId}/certificates`, { headers })).status).toBe(404);
});
