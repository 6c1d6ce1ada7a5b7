import type { FaultFacts } from '@potok/contracts';
import { factText as text } from '@potok/connector-kit';

export const texts = {
  DEAL_NOT_FOUND: (facts) =>
    `Сделки ${text(facts, 'dealId')} в Битрикс24 нет: её удалили или пользователю подключения она не видна.`,
  CRM_REFUSED: (facts) => `Битрикс24 отклонил обращение: ${text(facts, 'words')}. Проверьте поля шага.`,
  PORTAL_DELETED: () => 'Портал Битрикс24 удалён. Укажите в подключении другой портал.',
  AUTHORIZATION_EXPIRED: () => 'Доступ к Битрикс24 больше не действует. Откройте подключение и войдите заново.',
  CREDENTIALS_MISSING: () => 'Не хватает данных для входа в Битрикс24. Заполните поля выбранного способа входа.',
} satisfies Record<string, (facts: FaultFacts) => string>;
