import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aDocument, aDocumentDetail, DOCUMENT } from '../testing/fixtures/documents.js';
import { aReadable } from '../testing/fixtures/readable.js';
import { openPage } from '../testing/open-page.js';

const readable = { [`GET /documents/${DOCUMENT}/readable`]: aReadable };

it('shows the paper with the stamp of its signature and says that it is a test', async () => {
  openPage(`/documents/${DOCUMENT}`, readable);
  const paper = await screen.findByRole('article', { name: /^Универсальный передаточный документ № 214/ });
  expect(paper.textContent).toContain('Белов Пётр Ильич');
  expect(paper.textContent).toContain('тестовая подпись, без юридической силы');
});

it('leaves out the columns that no line fills', async () => {
  openPage(`/documents/${DOCUMENT}`, readable);
  const paper = await screen.findByRole('article');
  expect(within(paper).queryByRole('columnheader', { name: 'Страна' })).toBeNull();
  within(paper).getByRole('columnheader', { name: 'Наименование' });
});

it('gives the file and its signature to download, by the hash of the title', async () => {
  openPage(`/documents/${DOCUMENT}`, readable);
  const { sha256 = '' } = aDocumentDetail().titles[0] ?? {};
  const link = await screen.findByRole('link', { name: /^Скачать подпись/ });
  expect(link.getAttribute('href')).toContain(`/documents/${DOCUMENT}/titles/${sha256}/signature`);
});

it('says the reason of a refusal and what to do', async () => {
  const { state } = aDocument();
  const refused = { ...aDocumentDetail(), headline: 'rejected', state: { ...state, reason: 'неверная цена' } };
  openPage(`/documents/${DOCUMENT}`, { ...readable, [`GET /documents/${DOCUMENT}`]: () => refused });
  await screen.findByText(/Покупатель отказал. Исправьте сделку и отправьте исправление. Причина: «неверная цена»/);
});

it('shows sums in the register at the right, with thin spaces', async () => {
  openPage('/documents');
  const sum = await screen.findByText('128 400,00 ₽');
  expect(sum.textContent).toBe('128\u202f400,00\u00a0₽');
  expect(sum.closest('td')?.className).toContain('right');
});
