export { onecOdata } from './connection.js';
export { OneCClient } from './client.js';
export { texts as onecOdataTextsRu } from './texts.ru.js';
export { texts as onecOdataTextsEn } from './texts.en.js';
