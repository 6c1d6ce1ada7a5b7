import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Отправить по HTTP',
  summary: 'Отправляет данные, текст или файл на адрес: POST, PUT, PATCH, DELETE.',
  synonyms: ['POST', 'PUT', 'REST', 'API', 'вебхук', 'запрос'],
  sentences: {
    HTTP_UNAVAILABLE: 'Система {host} сейчас не отвечает (код {status}). Запрос повторится сам с тем же ключом.',
    HTTP_REFUSED: 'Система {host} отклонила запрос: код {status}, ответ «{answer}». Исправьте данные или адрес.',
    HTTP_ANSWER_TOO_BIG:
      'Ответ системы {host} больше предела: {sizeBytes} байт при пределе {limitBytes}. Запрос при этом принят.',
    HTTP_TWO_BODIES: 'У запроса задано больше одного тела. Оставьте одно: JSON, текст или файл.',
  },
} satisfies NodeTexts;
