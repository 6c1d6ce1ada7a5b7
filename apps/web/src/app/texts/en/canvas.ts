import { portWordsEn } from '@potok/scenario';
import type { canvas as Source } from '../ru/canvas.js';

export const canvas: typeof Source = {
  drawing: 'Drawing of the scenario',
  list: 'List',
  picture: 'Drawing',
  listOfSteps: 'Steps of the scenario as a list',
  main: 'Main path',
  graph: 'Path',
  zoomIn: 'Closer',
  zoomOut: 'Farther',
  fit: 'Show all',
  map: 'Map of the drawing',
  keys: 'Arrows lead to the next steps, Enter opens a step, Esc closes it.',
  upTo: (duration) => `up to ${duration}`,
  until: (moment) => `until ${moment}`,
  tries: (number: number, of: number) => `try ${number} of ${of}`,
  nextTry: (moment: string) => `next ${moment}`,
  goesOn: (duration: string) => `for ${duration}`,
  waits: (what: string, duration: string) => `waits for ${what} ${duration}`,
  waitsAtOnce: (count: number) => `${count} wait`,
  times: (count) => `×${count}`,
  step: 'Step',
  nothing: 'The scenario has no steps yet.',
  ports: portWordsEn,
};
