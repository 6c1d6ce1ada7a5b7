export { wordsEn } from './words.en.js';
export { wordsRu, type Words } from './words.ru.js';
