import type { FaultFacts } from '@potok/contracts';
import { text } from './fact-text.js';

export const texts = {
  TOO_MANY_REQUESTS: (facts) =>
    `${text(facts, 'system')} просит сделать паузу: слишком много обращений. Повторим сами.`,
  SYSTEM_UNAVAILABLE: (facts) =>
    `${text(facts, 'system')} временно не отвечает (код ${text(facts, 'status')}). Повторим сами.`,
  NOT_AUTHORIZED: (facts) =>
    `${text(facts, 'system')} не принимает учётные данные. Откройте подключение и введите их заново.`,
  PAYMENT_REQUIRED: (facts) => `В ${text(facts, 'system')} закончилась оплаченная подписка на API. Продлите её.`,
  ACCESS_DENIED: (facts) =>
    `${text(facts, 'system')} не даёт доступа: ${text(facts, 'words')}. Проверьте права пользователя подключения.`,
  CALL_REFUSED: (facts) => `${text(facts, 'system')} отклонил обращение: ${text(facts, 'words')}.`,
  UNEXPECTED_ANSWER: (facts) =>
    `${text(facts, 'system')} ответил не тем, чего ждали. Возможно, там страница входа или технические работы: проверьте адрес подключения.`,
  NETWORK_FAILED: (facts) => `Нет связи с ${text(facts, 'host')} (${text(facts, 'reason')}). Повторим сами.`,
  DEADLINE_EXCEEDED: (facts) => `${text(facts, 'host')} не ответил за ${text(facts, 'timeoutMs')} мс. Повторим сами.`,
  CERTIFICATE_NOT_TRUSTED: (facts) =>
    `Сертификату сервера ${text(facts, 'host')} нельзя доверять (${text(facts, 'reason')}). Проверьте адрес подключения.`,
  ADDRESS_FORBIDDEN: (facts) =>
    `Адрес ${text(facts, 'host')} ведёт во внутреннюю сеть. Укажите адрес, доступный из интернета, или попросите администратора разрешить этот.`,
  BAD_ADDRESS: () => 'Адрес не читается. Нужен полный адрес, который начинается с https://.',
  BAD_CALL: (facts) =>
    `Обращение к ${text(facts, 'host')} составлено неверно: HTTP не знает такого метода или заголовка. Проверьте их в шаге.`,
  BODY_TOO_BIG: (facts) =>
    `Отправляемые данные больше ${text(facts, 'maxBytes')} байт. Уменьшите их или разбейте на части.`,
  ANSWER_TOO_BIG: (facts) =>
    `Ответ ${text(facts, 'host')} больше ${text(facts, 'maxBytes')} байт. Запросите меньше данных.`,
  TOO_MANY_REDIRECTS: (facts) => `${text(facts, 'host')} переадресует по кругу. Проверьте адрес.`,
  REDIRECT_TO_PLAIN_HTTP: (facts) =>
    `${text(facts, 'host')} переадресует с https на http. Укажите конечный защищённый адрес.`,
} satisfies Record<string, (facts: FaultFacts) => string>;
