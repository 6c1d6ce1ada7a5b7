import { expect, it } from '@jest/globals';
import { describeScenario } from '@potok/scenario';
import { catalogues } from '../app/texts/catalogue.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aScenario } from '../testing/fixtures/scenario.js';
import { descriptionMarkdown } from './markdown.js';

const sheet = { firm: 'ООО «Вектор»', version: 'Черновик', date: 'составлено 24.11.2026' };
const markdown = (name = 'Сделка → УПД') =>
  descriptionMarkdown(
    describeScenario({ ...aScenario(), name }, { nodes: aManifest().nodes, language: 'ru' }),
    sheet,
    catalogues.ru.describe,
  );

it('is a Markdown file with head, binding and numbered steps', () => {
  const lines = markdown().split('\n');
  expect(lines.slice(0, 3)).toEqual(['# Сделка → УПД', '', 'ООО «Вектор» · Черновик · составлено 24.11.2026']);
  expect(lines).toContain('- Оператор ЭДО: не выбрано');
  expect(lines).toContain('- Сколько ждать: 30');
  expect(lines).toContain('4. **Ждать покупателя**. Дождаться ответа');
  expect(lines).toContain('   - если покупатель принял: запуск заканчивается');
});

it('lets no name become Markdown of its own', () =>
  expect(markdown('*Сделка* <b>\n# УПД').split('\n')[0]).toBe('# \\*Сделка\\* \\<b\\> \\# УПД'));
