import type { FaultFacts } from '@potok/contracts';
import { factText as text } from '@potok/connector-kit';

export const texts = {
  OPERATOR_REFUSED: (facts) => `Диадок не принял документ: ${text(facts, 'words')}.`,
  OPERATION_IN_PROGRESS: () => 'Диадок ещё обрабатывает эту же отправку. Подождём и спросим снова.',
  COUNTERPARTY_UNKNOWN: () =>
    'В Диадоке нет такого ящика покупателя. Проверьте ИНН и КПП или пригласите покупателя в Диадок.',
  COUNTERPARTY_NOT_PARTNER: (facts) =>
    `${text(facts, 'name')} (ИНН ${text(facts, 'inn')}) ещё не контрагент в Диадоке. Отправьте приглашение и дождитесь согласия.`,
  COUNTERPARTY_ROAMING: (facts) =>
    `${text(facts, 'name')} (ИНН ${text(facts, 'inn')}) работает через другого оператора. Настройте роуминг с ним в Диадоке.`,
  FORMAT_NOT_CARRIED: (facts) =>
    `Диадок не передаёт документ «${text(facts, 'kind')}» в формате ${text(facts, 'formatVersion')}. Выберите другую версию формата.`,
  AUTHORIZATION_EXPIRED: () => 'Доступ к Диадоку больше не действует. Откройте подключение и войдите заново.',
  CREDENTIALS_MISSING: () => 'Не хватает данных для входа в Диадок. Заполните поля выбранного способа входа.',
  NO_BOXES: () => 'У пользователя нет ни одного ящика в Диадоке. Дайте ему доступ к ящику организации.',
} satisfies Record<string, (facts: FaultFacts) => string>;
