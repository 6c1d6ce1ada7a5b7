import { asDataUrl, type Picture } from './drawing-svg.js';

const SCALE = 2;
/** Browsers draw nothing on a canvas that is longer or larger. */
const LONGEST = 16_000;
const LARGEST = 120_000_000;

/** Twice the size of the drawing, less where a browser could not draw so much. */
export const scaleOf = ({ width, height }: Pick<Picture, 'width' | 'height'>): number =>
  Math.min(SCALE, LONGEST / width, LONGEST / height, Math.sqrt(LARGEST / (width * height)));

const loaded = async (source: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = source;
  await image.decode();
  return image;
};

/** The picture as PNG; fails where the browser gives no canvas. */
export const pngOf = async (picture: Picture): Promise<Blob> => {
  const scale = scaleOf(picture);
  const image = await loaded(asDataUrl(picture.svg));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('PNG_NOT_DRAWN')) : resolve(blob)), 'image/png');
  });
};
