import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aProblem, Refusal, type Answers } from '../../testing/fake-api.js';
import { aCertificate, anOrganization, ORGANIZATION } from '../../testing/fixtures/organizations.js';
import { openPage } from '../../testing/open-page.js';

const DAY_MS = 86_400_000;
const answers: Answers = {
  'GET /organizations': () => ({ items: [anOrganization()] }),
  'GET /certificates': () => ({ items: [aCertificate()] }),
};
const open = (over: Answers = {}) => openPage('/settings/certificates', { ...answers, ...over });
const dialog = () => within(screen.getByRole('dialog'));
const der = Uint8Array.from([0x30, 0x82, 1, 2, 3]);
const pem = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n';

const choose = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Добавить сертификат…' }));
  fireEvent.click(dialog().getByRole('combobox', { name: /^Организация/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'ООО «Вектор»', hidden: true }));
  fireEvent.change(dialog().getByLabelText(/^Сертификат/), { target: { files: [new File([der], 'director.cer')] } });
};
const add = () => fireEvent.click(dialog().getByRole('button', { name: 'Добавить сертификат' }));

it('sends a certificate that is dropped, with where its key lies', async () => {
  const { asked } = open({ 'POST /certificates': () => ({ requestId: 'r', status: 'done' }) });
  await choose();
  dialog().getByText('director.cer');
  add();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    organizationId: ORGANIZATION,
    certificate: btoa(String.fromCharCode(...der)),
    provider: 'browser',
  });
});

it('sends the key of a software signature as it lies in its file, and says that it is a test', async () => {
  const { asked } = open({ 'POST /certificates': () => ({ requestId: 'r', status: 'done' }) });
  await choose();
  const key = dialog().getByLabelText(/^Закрытый ключ/);
  dialog().getByText(/тестовая, без юридической силы/);
  const dropped = { files: [new File([`Bag Attributes\n${pem}`], 'key.pem')] };
  fireEvent.drop(key.closest('label') as HTMLElement, { dataTransfer: dropped });
  add();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ privateKey: pem });
});

it('asks for the file before it asks the API', async () => {
  const { asked } = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Добавить сертификат…' }));
  add();
  dialog().getByText('Выберите файл сертификата');
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);
});

it('shows at its file why a certificate is refused', async () => {
  const detail = 'Файл не похож на сертификат.';
  open({
    'POST /certificates': () => {
      throw new Refusal(aProblem({ code: 'CERTIFICATE_UNREADABLE', field: '/certificate', detail }));
    },
  });
  await choose();
  add();
  await dialog().findByText(detail);
  dialog().getByText('director.cer');
});

it('warns of a certificate that runs out within thirty days and says of whom and when', async () => {
  const notAfter = new Date(Date.now() + 17.5 * DAY_MS).toISOString();
  open({ 'GET /certificates': () => ({ items: [aCertificate({ notAfter })] }) });
  expect((await screen.findByText(/^Белов Пётр Ильич: сертификат истекает/)).textContent).toContain('осталось 17 дней');
});

it('names the organization of each and removes one by a button that names the certificate', async () => {
  const { id } = aCertificate();
  const { asked } = open({ [`DELETE /certificates/${id}`]: () => undefined });
  await screen.findByRole('cell', { name: 'ООО «Вектор»' });
  fireEvent.click(screen.getByRole('button', { name: 'Убрать сертификат: Белов Пётр Ильич' }));
  dialog().getByText(/его закрытый ключ будет стёрт/);
  fireEvent.click(dialog().getByRole('button', { name: 'Убрать сертификат' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true);
});
