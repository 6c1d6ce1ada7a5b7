export const picture = {
  take: 'Картинка и описание',
  svg: 'Картинка SVG',
  png: 'Картинка PNG',
  description: 'Описание для печати',
  fault: 'Браузер не нарисовал картинку. Сохраните SVG: он не зависит от браузера.',
  previewOf: (name: string) => `Схема сценария «${name}»`,
};
