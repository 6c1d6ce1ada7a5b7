export { diadoc } from './connection.js';
export { DiadocClient } from './client.js';
export { texts as diadocTextsRu } from './texts.ru.js';
export { texts as diadocTextsEn } from './texts.en.js';
