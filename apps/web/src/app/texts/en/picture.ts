export const picture = {
  take: 'Picture and description',
  svg: 'Picture as SVG',
  png: 'Picture as PNG',
  description: 'Description for printing',
  fault: 'The browser did not draw the picture. Save the SVG: it does not depend on the browser.',
  previewOf: (name: string) => `Drawing of scenario “${name}”`,
};
