import { Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { otherLayout } from '../../app/layouts.js';
import { keyWords } from './key-words.js';
import { type Act, type ActGroup, acts } from './registry.js';
import { Dialog } from '../../page/dialog.js';

const GROUPS: readonly ActGroup[] = ['steps', 'go', 'view', 'edit', 'whole'];

/** All keys, with a search. */
export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { editor } = useEditorTexts();
  const [query, setQuery] = useState('');
  const meant = [query.toLowerCase(), otherLayout(query)];
  const isFound = ({ id, keys }: Act): boolean =>
    meant.some(
      (one) =>
        editor.acts[id].toLowerCase().includes(one) || keys.some((combo) => keyWords(combo).toLowerCase() === one),
    );
  const shown = acts.filter((act) => act.keys.length > 0 && isFound(act));
  return (
    <Dialog onClose={onClose} title={editor.help.title} size="xl">
      <TextInput
        data-autofocus
        leftSection={<IconSearch size={16} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        placeholder={editor.help.search}
        aria-label={editor.help.search}
      />
      <div className="help-keys">
        {GROUPS.map((group) => {
          const rows = shown.filter((act) => act.group === group);
          return rows.length === 0 ? null : (
            <section key={group}>
              <h3>{editor.help.groups[group]}</h3>
              <dl>
                {rows.map(({ id, keys }) => (
                  <div key={id}>
                    <dt>{editor.acts[id]}</dt>
                    <dd>
                      {keys.map((combo) => (
                        <Kbd key={combo} size="xs">
                          {keyWords(combo)}
                        </Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      {shown.length === 0 ? <p className="dim">{editor.help.nothing}</p> : null}
      <p className="dim small">{editor.help.mouse}</p>
    </Dialog>
  );
};
