import { IconArrowRight, IconBolt, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { type PageAct, usePageActsOnOffer } from '../../app/page-acts.js';
import { graphOf, walkOrder } from '../../canvas/graph.js';
import type { ActContext } from './act-context.js';
import { keyWords } from './key-words.js';
import { addKind, appendOrder } from './node-acts.js';
import { acts, isReady } from './registry.js';
import { goTo } from './walk-acts.js';

const doable = (context: ActContext): readonly PageAct[] => {
  const { editor } = context.texts;
  return acts
    .filter((act) => act.group !== 'go' && isReady(act, context))
    .map((act) => ({
      key: `act/${act.id}`,
      icon: IconBolt,
      title: editor.acts[act.id],
      about: act.keys[0] === undefined ? '' : keyWords(act.keys[0]),
      run: () => act.run(context),
    }));
};

const addable = (context: ActContext): readonly PageAct[] => {
  const { kit, isReadOnly } = context.store.getState();
  if (isReadOnly) return [];
  return [...kit.kinds.values()]
    .filter(({ kind }) => kind !== 'trigger')
    .map((manifest) => ({
      key: `add/${manifest.id}`,
      icon: IconPlus,
      title: manifest.title[context.language],
      about: context.texts.editor.acts.add,
      run: () => context.view.focus(addKind(context, manifest, appendOrder(context))),
    }));
};

const reachable = (context: ActContext): readonly PageAct[] => {
  const { history, graph } = context.store.getState();
  return walkOrder(graphOf(history.document.scenario, graph)).map(({ id, name }) => ({
    key: `go/${id}`,
    icon: IconArrowRight,
    title: name,
    about: context.texts.editor.goToStep,
    run: () => goTo(context, id),
  }));
};

/** Ctrl+K in the editor: every act, every type to add, every step to go to. */
export const usePalette = (context: ActContext): void => {
  useEffect(() => {
    const { offer, withdraw } = usePageActsOnOffer.getState();
    offer(() => [...doable(context), ...reachable(context), ...addable(context)]);
    return withdraw;
  }, [context]);
};
