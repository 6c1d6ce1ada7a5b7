import { Kbd, Menu } from '@mantine/core';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useCanvas } from '../canvas/canvas-store.js';
import type { ActContext } from './act-context.js';
import { keyWords } from './key-words.js';
import { type ActId, acts, isReady } from './registry.js';

const OF_STEP: readonly (readonly ActId[])[] = [
  ['open', 'rename', 'append', 'connect', 'replace'],
  ['turn', 'pin', 'duplicate', 'group', 'ungroup', 'extract'],
  ['remove', 'cutOut'],
];
const OF_CANVAS: readonly (readonly ActId[])[] = [
  ['add', 'note', 'chooseAll'],
  ['tidy', 'fit', 'find'],
  ['settings', 'help'],
];

/** What can be done here, by the right button: the same acts as the keys. */
export const ActMenu = ({ context }: { readonly context: ActContext }) => {
  const { editor } = useEditorTexts();
  const menu = useCanvas((state) => state.menu);
  if (menu === undefined) return null;
  const groups = menu.node === undefined ? OF_CANVAS : OF_STEP;
  return (
    <Menu
      opened
      onClose={() => useCanvas.getState().set({ menu: undefined })}
      position="bottom-start"
      width={280}
      offset={0}
      shadow="md"
    >
      <Menu.Target>
        <span
          className="menu-anchor"
          role="button"
          aria-label={editor.more}
          style={{ left: menu.near.x, top: menu.near.y }}
        />
      </Menu.Target>
      <Menu.Dropdown className="act-menu">
        {groups.map((ids, index) => (
          <div key={ids.join()}>
            {index === 0 ? null : <Menu.Divider />}
            {ids
              .flatMap((id) => acts.filter((act) => act.id === id && isReady(act, context)))
              .map((act) => (
                <Menu.Item
                  key={act.id}
                  onClick={() => act.run(context)}
                  rightSection={act.keys[0] === undefined ? null : <Kbd size="xs">{keyWords(act.keys[0])}</Kbd>}
                >
                  {editor.acts[act.id]}
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
