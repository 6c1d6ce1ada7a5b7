import { useStore } from '@xyflow/react';

const FAR_BELOW = 0.5;
const FARTHER_BELOW = 0.38;
const FARTHEST_BELOW = 0.28;

const farOf = (zoom: number): string => {
  if (zoom >= FAR_BELOW) return '';
  if (zoom >= FARTHER_BELOW) return 'is-far';
  return zoom >= FARTHEST_BELOW ? 'is-far is-farther' : 'is-far is-farther is-farthest';
};

/**
 * Classes for the canvas by how far away it is seen: the second lines of cards go, names grow so that they can be read.
 * All of it is done by `far.css`, so that no step is drawn anew.
 */
export const useFar = (): string => useStore(({ transform }) => farOf(transform[2]));
