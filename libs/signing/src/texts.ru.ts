/** Sentences of what a check found and of what a key, a certificate or an envelope refuses. */
export const findingTexts = {
  SIGNATURE_TOO_BIG: () => 'Файл подписи больше 1 МБ. Пришлите отсоединённую подпись без вложенного документа.',
  SIGNATURE_UNREADABLE: () => 'Файл подписи не читается: это не CMS или он повреждён. Получите подпись заново.',
  SIGNATURE_NOT_DETACHED: () => 'В подпись вложен документ. Нужна отсоединённая подпись.',
  SIGNER_ABSENT: () => 'В файле подписи нет подписавшего.',
  SIGNER_TOO_MANY: () => 'В файле подписи больше 16 подписавших или 32 сертификатов.',
  SIGNER_ID_UNSUPPORTED: () =>
    'Подписавший указан не издателем и серийным номером сертификата, как требует приказ Минцифры № 472.',
  SIGNER_CERTIFICATE_ABSENT: () => 'В подписи нет сертификата подписавшего. Подпишите с вложением сертификата.',
  ATTRIBUTE_ABSENT: ({ attribute }: Facts) => `В подписи нет подписанного атрибута ${attribute} или он повторён.`,
  CONTENT_TYPE_WRONG: () => 'Тип содержимого в подписи не совпадает с подписанным атрибутом.',
  DIGEST_UNSUPPORTED: () =>
    'Хеш подписи не соответствует ключу: нужен Стрибог той же длины, что и ключ ГОСТ Р 34.10-2012.',
  DIGEST_WRONG: () => 'Документ изменён после подписания: его хеш не совпадает с подписанным.',
  CERTIFICATE_REPLACED: () => 'Сертификат в подписи не тот, которым подписывали.',
  KEY_UNSUPPORTED: () => 'Ключ сертификата не по ГОСТ Р 34.10-2012 или его параметры неизвестны.',
  SIGNATURE_WRONG: () => 'Значение подписи не соответствует ключу сертификата.',
  KEY_USAGE_WRONG: () => 'Сертификат не предназначен для подписи: в нём нет назначения digitalSignature.',
  POLICY_ABSENT: () => 'В сертификате не указан класс средства электронной подписи (политика 1.2.643.100.113).',
  CERTIFICATE_NOT_YET_VALID: ({ notBefore }: Facts) => `Сертификат начнёт действовать ${notBefore}.`,
  CERTIFICATE_EXPIRED: ({ notAfter }: Facts) => `Срок сертификата истёк ${notAfter}. Подпишите другим сертификатом.`,
  SIGNED_OUTSIDE_VALIDITY: () => 'Время подписания, указанное в подписи, вне срока действия сертификата.',
  CERTIFICATE_CRITICAL_UNKNOWN: ({ subject }: Facts) =>
    `В сертификате «${subject}» есть неизвестное критическое расширение.`,
  CHAIN_UNTRUSTED: ({ issuer }: Facts) => `Издатель сертификата «${issuer}» не входит в список доверенных.`,
  CHAIN_ISSUER_NOT_CA: ({ issuer }: Facts) => `Сертификат «${issuer}» не имеет права выпускать сертификаты.`,
  CHAIN_SIGNATURE_WRONG: ({ subject }: Facts) => `Подпись издателя под сертификатом «${subject}» не сходится.`,
  CHAIN_EXPIRED: ({ issuer }: Facts) => `Сертификат издателя «${issuer}» не действует на дату проверки.`,
  CHAIN_TOO_LONG: () => 'Цепочка сертификатов длиннее, чем разрешено.',
};
export type FindingCode = keyof typeof findingTexts;

export const faultTexts = {
  CERTIFICATE_UNREADABLE: () => 'Сертификат не читается: это не X.509 или файл повреждён.',
  KEY_UNREADABLE: () => 'Ключ не читается: это не PKCS#8 с ключом ГОСТ Р 34.10-2012 или он повреждён.',
  KEY_UNSUPPORTED: () => 'Ключ не по ГОСТ Р 34.10-2012 или его параметры неизвестны.',
  KEY_NOT_OF_CERTIFICATE: () => 'Закрытый ключ не от этого сертификата.',
  SIGNATURE_NOT_ACCEPTED: ({ findings }: Facts) => `Подпись не прошла проверку: ${findings}.`,
  ENVELOPE_KEY_UNKNOWN: ({ keyId }: Facts) =>
    `Секрет закрыт главным ключом «${keyId}», которого нет в настройках. Верните его в POTOK_MASTER_KEYS.`,
  ENVELOPE_BROKEN: () => 'Секрет повреждён или относится к другой записи.',
};
export type SigningFaultCode = keyof typeof faultTexts;

type Facts = Readonly<Record<string, string>>;
