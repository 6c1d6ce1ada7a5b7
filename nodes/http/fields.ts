import { Type as t } from '@sinclair/typebox';
import { closed, said } from '../src/schemas/said.js';

/** Fields that both nodes of this family have. */
export const Url = t.String({
  format: 'uri',
  maxLength: 2000,
  ...said('Адрес', 'Полный адрес, с https://', { placeholder: 'https://example.ru/api' }),
});
export const Headers = t.Record(
  t.String(),
  t.String(),
  said('Заголовки', 'Имена и значения; секретам здесь не место, они видны в данных шага', { widget: 'map' }),
);
export const TimeoutSec = t.Number({
  minimum: 1,
  maximum: 300,
  ...said('Ждать ответа, с', 'Сколько секунд ждать ответа; без значения — 30'),
});
export const Answer = t.Object(
  {
    status: t.Integer(said('Код ответа', 'Код HTTP, всегда 2xx')),
    headers: t.Record(t.String(), t.String(), said('Заголовки', 'Заголовки ответа, имена строчными')),
    body: t.Unknown(said('Тело', 'JSON разобран, остальное текстом')),
  },
  closed,
);
