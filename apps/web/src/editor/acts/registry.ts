import type { EditorTexts } from '../../app/texts/catalogue.js';
import { useCanvas } from '../canvas/canvas-store.js';
import type { ActContext } from './act-context.js';
import {
  addNote,
  appendOrder,
  chooseAll,
  duplicateChosen,
  foldChosen,
  groupChosen,
  moveChosen,
  isTrigger,
  onlyChosen,
  removeChosen,
  tidyUp,
  turnChosen,
  ungroupChosen,
} from './node-acts.js';
import { chooseReach, goNeighbour, goPane, openChosen } from './walk-acts.js';

export type ActId = keyof EditorTexts['editor']['acts'];
export type ActGroup = 'steps' | 'go' | 'view' | 'edit' | 'whole';

export interface Act {
  readonly id: ActId;
  readonly group: ActGroup;
  /** `ctrl+shift+z`, `alt+g`, `N`; letters are Latin, whatever the layout. */
  readonly keys: readonly string[];
  /** Needs one chosen step, one step or note, or any chosen. */
  readonly needs?: 'one' | 'one-or-note' | 'some';
  /** Also where nothing may be changed. */
  readonly isHarmless?: boolean;
  readonly run: (context: ActContext) => void;
}

const pick = (order: Parameters<ReturnType<typeof useCanvas.getState>['set']>[0]['picker']): void =>
  useCanvas.getState().set({ picker: order });

const withOne =
  (act: (context: ActContext, node: string) => void) =>
  (context: ActContext): void => {
    const node = onlyChosen(context);
    if (node !== undefined) act(context, node.id);
  };

const STEPS: readonly Act[] = [
  { id: 'add', group: 'steps', keys: ['n'], run: () => pick({}) },
  { id: 'append', group: 'steps', keys: ['a'], needs: 'one', run: (context) => pick(appendOrder(context)) },
  { id: 'connect', group: 'steps', keys: ['c'], needs: 'one', run: withOne(({ page }, node) => page.connect(node)) },
  {
    id: 'replace',
    group: 'steps',
    keys: ['r'],
    needs: 'one',
    run: withOne((_context, node) => pick({ replace: node })),
  },
  {
    id: 'open',
    group: 'steps',
    keys: ['enter'],
    needs: 'one-or-note',
    isHarmless: true,
    run: openChosen,
  },
  {
    id: 'rename',
    group: 'steps',
    keys: ['space', 'f2'],
    needs: 'one',
    run: withOne(({ page }, node) => page.rename(node)),
  },
  { id: 'turn', group: 'steps', keys: ['d'], needs: 'some', run: turnChosen },
  { id: 'pin', group: 'steps', keys: ['p'], needs: 'one', run: withOne(({ page }, node) => page.pin(node)) },
  {
    id: 'remove',
    group: 'steps',
    keys: ['delete', 'backspace'],
    needs: 'some',
    run: (context) => removeChosen(context, true),
  },
  {
    id: 'cutOut',
    group: 'steps',
    keys: ['shift+delete'],
    needs: 'some',
    run: (context) => removeChosen(context, false),
  },
  { id: 'duplicate', group: 'steps', keys: ['ctrl+d'], needs: 'some', run: duplicateChosen },
  { id: 'group', group: 'steps', keys: ['ctrl+g'], needs: 'some', run: groupChosen },
  { id: 'ungroup', group: 'steps', keys: ['ctrl+shift+g'], needs: 'some', run: ungroupChosen },
  { id: 'fold', group: 'steps', keys: ['alt+g'], run: (context) => foldChosen(context, true) },
  { id: 'unfold', group: 'steps', keys: ['shift+alt+g'], run: (context) => foldChosen(context, false) },
  { id: 'note', group: 'steps', keys: ['shift+s'], run: (context) => addNote(context) },
  { id: 'extract', group: 'steps', keys: ['alt+x'], needs: 'some', run: ({ page }) => page.extract() },
  {
    id: 'moveLeft',
    group: 'steps',
    keys: ['ctrl+arrowleft'],
    needs: 'some',
    run: (context) => moveChosen(context, -1, 0),
  },
  {
    id: 'moveRight',
    group: 'steps',
    keys: ['ctrl+arrowright'],
    needs: 'some',
    run: (context) => moveChosen(context, 1, 0),
  },
  { id: 'moveUp', group: 'steps', keys: ['ctrl+arrowup'], needs: 'some', run: (context) => moveChosen(context, 0, -1) },
  {
    id: 'moveDown',
    group: 'steps',
    keys: ['ctrl+arrowdown'],
    needs: 'some',
    run: (context) => moveChosen(context, 0, 1),
  },
];

const GO: readonly Act[] = [
  { id: 'goLeft', group: 'go', keys: ['arrowleft'], isHarmless: true, run: (context) => goNeighbour(context, 'left') },
  {
    id: 'goRight',
    group: 'go',
    keys: ['arrowright'],
    isHarmless: true,
    run: (context) => goNeighbour(context, 'right'),
  },
  { id: 'goUp', group: 'go', keys: ['arrowup'], isHarmless: true, run: (context) => goNeighbour(context, 'up') },
  { id: 'goDown', group: 'go', keys: ['arrowdown'], isHarmless: true, run: (context) => goNeighbour(context, 'down') },
  {
    id: 'chooseBefore',
    group: 'go',
    keys: ['shift+arrowleft'],
    needs: 'some',
    isHarmless: true,
    run: (context) => chooseReach(context, 'before'),
  },
  {
    id: 'chooseAfter',
    group: 'go',
    keys: ['shift+arrowright'],
    needs: 'some',
    isHarmless: true,
    run: (context) => chooseReach(context, 'after'),
  },
  { id: 'chooseAll', group: 'go', keys: ['ctrl+a'], isHarmless: true, run: chooseAll },
  { id: 'pane', group: 'go', keys: ['f6'], isHarmless: true, run: goPane },
  { id: 'find', group: 'go', keys: ['/', 'ctrl+f'], isHarmless: true, run: ({ page }) => page.find() },
];

const VIEW: readonly Act[] = [
  { id: 'fit', group: 'view', keys: ['1'], isHarmless: true, run: ({ view }) => view.fit() },
  { id: 'full', group: 'view', keys: ['0'], isHarmless: true, run: ({ view }) => view.zoomTo(1) },
  { id: 'closer', group: 'view', keys: ['+', '='], isHarmless: true, run: ({ view }) => view.zoomBy(1.25) },
  { id: 'farther', group: 'view', keys: ['-'], isHarmless: true, run: ({ view }) => view.zoomBy(0.8) },
  { id: 'arrow', group: 'view', keys: ['v'], isHarmless: true, run: () => useCanvas.getState().set({ isHand: false }) },
  { id: 'hand', group: 'view', keys: ['h'], isHarmless: true, run: () => useCanvas.getState().set({ isHand: true }) },
  { id: 'findings', group: 'view', keys: ['l'], isHarmless: true, run: ({ page }) => page.toggle('findings') },
  { id: 'trying', group: 'view', keys: ['o'], isHarmless: true, run: ({ page }) => page.toggle('trying') },
  { id: 'outline', group: 'view', keys: ['i'], isHarmless: true, run: ({ page }) => page.toggle('outline') },
];

const WHOLE: readonly Act[] = [
  {
    id: 'undo',
    group: 'edit',
    keys: ['ctrl+z'],
    run: ({ store, page }) => {
      store.getState().undo();
      page.did('undone');
    },
  },
  { id: 'redo', group: 'edit', keys: ['ctrl+shift+z', 'ctrl+y'], run: ({ store }) => store.getState().redo() },
  { id: 'tidy', group: 'edit', keys: ['shift+alt+t'], run: (context) => void tidyUp(context) },
  { id: 'settings', group: 'whole', keys: [], isHarmless: true, run: ({ page }) => page.settings() },
  { id: 'save', group: 'whole', keys: ['ctrl+s'], isHarmless: true, run: ({ page }) => page.saved() },
  { id: 'publish', group: 'whole', keys: [], run: ({ page }) => page.publish() },
  {
    id: 'run',
    group: 'whole',
    keys: ['ctrl+enter'],
    isHarmless: true,
    run: (context) => {
      const node = onlyChosen(context);
      // A try begins with the trigger: what it is tried with is chosen beside the canvas.
      if (node === undefined || isTrigger(context, node)) context.page.run();
      else context.page.tryStep(node.id);
    },
  },
  { id: 'help', group: 'whole', keys: ['?', 'shift+?'], isHarmless: true, run: ({ page }) => page.help() },
];

/** Everything that a key, a menu and the palette can do; one list for all three. */
export const acts: readonly Act[] = [...STEPS, ...GO, ...VIEW, ...WHOLE];

/** May it be done now? */
export const isReady = ({ needs, isHarmless = false }: Act, { store }: ActContext): boolean => {
  const { chosen, isReadOnly } = store.getState();
  if (isReadOnly && !isHarmless) return false;
  if (needs === 'one') return chosen.nodes.size === 1;
  if (needs === 'one-or-note') return chosen.nodes.size + chosen.notes.size === 1;
  return needs !== 'some' || chosen.nodes.size + chosen.notes.size + chosen.edges.size > 0;
};
