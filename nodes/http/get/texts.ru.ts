import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Прочитать по HTTP',
  summary: 'Читает данные с адреса запросом GET.',
  synonyms: ['GET', 'REST', 'API', 'запрос', 'скачать'],
  sentences: {
    HTTP_UNAVAILABLE: 'Система {host} сейчас не отвечает (код {status}). Запрос повторится сам.',
    HTTP_REFUSED: 'Система {host} отклонила запрос: код {status}, ответ «{answer}». Проверьте адрес и заголовки.',
    HTTP_ANSWER_TOO_BIG:
      'Ответ системы {host} больше предела: {sizeBytes} байт при пределе {limitBytes}. Запросите данные частями.',
  },
} satisfies NodeTexts;
