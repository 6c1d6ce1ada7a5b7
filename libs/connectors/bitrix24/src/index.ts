export { bitrix24 } from './connection.js';
export { BitrixClient } from './client.js';
export { texts as bitrix24TextsRu } from './texts.ru.js';
export { texts as bitrix24TextsEn } from './texts.en.js';
