import { describe, expect, it } from '@jest/globals';
import { ExpressionError } from '../expression-error.js';
import { describeCode } from '../describe-finding.js';
import { findTemplateFault } from './parse-template.js';
import { renderTemplateOver } from './render-template.js';

const options = { html: false, timeZone: 'Europe/Moscow', now: new Date('2026-03-06T21:30:00Z') };
const data = {
  deal: { number: '214', sum: '128400', paid: true, buyer: { name: 'ООО «Ёлка» & "Ко"' } },
  lines: [
    { name: 'Стол', price: '10.10' },
    { name: 'Стул', price: '2' },
  ],
  empty: [],
};
const render = (template: string, html = false): string => renderTemplateOver(template, data, { ...options, html });
const codeOf = (template: string): string | undefined => {
  try {
    render(template);
    return undefined;
  } catch (error) {
    return error instanceof ExpressionError ? error.code : `thrown ${String(error)}`;
  }
};

describe('renderTemplate', () => {
  it.each([
    ['Счёт {{deal.number}}', 'Счёт 214'],
    ['{{money deal.sum}} ₽', '128\u00a0400,00 ₽'],
    ['{{moneyWords deal.sum}}', 'Сто двадцать восемь тысяч четыреста рублей 00 копеек'],
    ['{{formatDate (today) "DD.MM.YYYY"}}', '07.03.2026'],
    ['{{#if deal.paid}}да{{else}}нет{{/if}}', 'да'],
    ['{{#if deal.absent}}да{{else if deal.paid}}иначе{{/if}}', 'иначе'],
    ['{{#unless deal.paid}}долг{{/unless}}', ''],
    ['{{#each lines}}{{@index}}.{{name}}{{#unless @last}}, {{/unless}}{{/each}}', '0.Стол, 1.Стул'],
    ['{{#each lines as |line i|}}{{i}}:{{line.name}};{{/each}}', '0:Стол;1:Стул;'],
    ['{{#each lines}}{{deal.number}}-{{../deal.number}}-{{@root.deal.number}} {{/each}}', '214-214-214 214-214-214 '],
    ['{{#each empty}}x{{else}}пусто{{/each}}', 'пусто'],
    ['{{#with deal.buyer}}{{name}}{{/with}}', 'ООО «Ёлка» & "Ко"'],
    ['{{def deal.absent "нет"}}', 'нет'],
    ['{{#if (gt deal.sum "1000")}}много{{/if}}', 'много'],
    ['{{#each lines}}{{~ name ~}} {{/each}}', 'СтолСтул'],
    ['{{lines.length}} {{lines.[0].name}}', '2 Стол'],
    ['{{! скрыто }}видно', 'видно'],
  ])('%s → %s', (template, text) => expect(render(template)).toBe(text));

  it('escapes only where the target is HTML', () => {
    expect(render('{{deal.buyer.name}}', true)).toBe('ООО «Ёлка» &amp; &quot;Ко&quot;');
    expect(render('{{{deal.buyer.name}}}', true)).toBe('ООО «Ёлка» & "Ко"');
    expect(render('{{deal.buyer.name}}')).toBe('ООО «Ёлка» & "Ко"');
  });

  it.each([
    ['{{deal.absent}}', 'KEY_MISSING'],
    ['{{money deal.absent}}', 'KEY_MISSING'],
    ['{{deal}}', 'TEMPLATE_VALUE_NOT_TEXT'],
    ['{{#if deal}}', 'TEMPLATE_SYNTAX'],
    ['{{> partial}}', 'TEMPLATE_PART_REFUSED'],
    ['{{* decorator}}', 'TEMPLATE_PART_REFUSED'],
    ['{{#helperMissing deal}}x{{/helperMissing}}', 'TEMPLATE_PART_REFUSED'],
    ['{{unknown deal.sum}}', 'TEMPLATE_FUNCTION_UNKNOWN'],
    ['{{money deal.sum places=2}}', 'TEMPLATE_PART_REFUSED'],
    ['{{round 1.5 1}}', 'CEL_FLOAT'],
    [`${'{{#if deal}}'.repeat(20)}${'{{/if}}'.repeat(20)}`, 'TEMPLATE_TOO_DEEP'],
  ])('refuses %s: %s', (template, code) => expect(codeOf(template)).toBe(code));

  it.each([
    '{{deal.constructor}}',
    '{{deal.__proto__}}',
    '{{lines.constructor}}',
    '{{deal.toString}}',
    '{{constructor}}',
  ])('reaches no prototype by %s', (template) => expect(codeOf(template)).toBe('KEY_MISSING'));

  it('ends a template that unfolds', () => {
    const many = { list: Array.from({ length: 3000 }, (_, index) => index) };
    const nested = '{{#each list}}{{#each @root.list}}{{#each @root.list}}x{{/each}}{{/each}}{{/each}}';
    expect(() => renderTemplateOver(nested.replace('x', 'x'.repeat(1000)), many, options)).toThrow('TEXT_TOO_LONG');
    const silent = nested.replace('x', '{{#if false}}x{{/if}}');
    expect(() => renderTemplateOver(silent, many, options)).toThrow('EXPRESSION_TOO_HEAVY');
  });
});

describe('what is wrong with a template', () => {
  it.each([
    ['a {{#if deal}} b', '', 'строка 1, знак 17: текст кончился, а скобки {{ или блок не закрыты'],
    ['раз\nдва {{deal.+}} три', '+', 'строка 2, знак 12: здесь не к месту «+»'],
    ['раз\r\nдва {{/if}}', '{{/if}}', 'строка 2, знак 5: здесь не к месту «{{/if}}»'],
    ['a\n{{#if deal}} y {{/each}}', 'if', 'строка 2, знак 4: блок #if закрыт не своим концом'],
    ['a {{b}}\n{{nofun b}} c', '{{nofun b}}', 'Функции nofun в шаблонах нет'],
    ['a {{#each lines}} {{> part}} {{/each}}', '{{> part}}', 'это не поддерживается'],
  ])('is told with its place: %j at %j', (text, marked, said) => {
    const fault = findTemplateFault(text);
    expect(text.slice(fault?.range?.start, fault?.range?.end)).toBe(marked);
    expect(describeCode(fault?.code ?? '', fault?.facts ?? {}, 'ru')).toContain(said);
  });

  it('is nothing for one that is well written', () =>
    expect(findTemplateFault('{{#if a}}{{b}}{{/if}}')).toBeUndefined());
});
