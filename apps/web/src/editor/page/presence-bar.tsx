import { Button, Tooltip } from '@mantine/core';
import { IconEye, IconLock } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { Moment } from '../../format/moment.js';
import { useNarrow } from '../../page/use-narrow.js';
import type { Presence } from '../state/use-presence.js';

/** Who else looks, in the header: initials, names on hover. */
export const Others = ({ presence, tab }: { readonly presence: Presence; readonly tab: string }) => {
  const { presence: words } = useEditorTexts().editor;
  const others = (presence.view?.people ?? []).filter((one) => one.tab !== tab);
  if (others.length === 0) return null;
  const names = others.map(({ name, isYou }) => (isYou ? words.you : name)).join(', ');
  return (
    <Tooltip label={words.others(names)}>
      <span className="presence" role="status">
        <IconEye size={14} aria-hidden />
        {others.length}
        <span className="visually-hidden">{words.others(names)}</span>
      </span>
    </Tooltip>
  );
};

/** Over the canvas of a phone: why nothing can be drawn here. */
export const NarrowBar = () => {
  const { editor } = useEditorTexts();
  return useNarrow() ? (
    <div className="lock-bar" role="status">
      {editor.narrow}
    </div>
  ) : null;
};

/** Over the canvas, while another tab edits. */
export const LockBar = ({ presence }: { readonly presence: Presence }) => {
  const { presence: words } = useEditorTexts().editor;
  const lock = presence.view?.lock;
  const isNarrow = useNarrow();
  if (lock === undefined || lock.isYours || isNarrow) return null;
  const isYou = presence.view?.people.some(({ tab, isYou: own }) => tab === lock.tab && own) ?? false;
  return (
    <div className="lock-bar" role="status">
      <IconLock size={16} aria-hidden />
      <span>
        {isYou ? words.lockedByYou : words.lockedBy(lock.name)} <Moment at={lock.since} />
      </span>
      <Button size="compact-sm" variant="default" onClick={presence.takeOver}>
        {words.takeOver}
      </Button>
    </div>
  );
};
