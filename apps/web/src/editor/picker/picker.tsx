import { Kbd, TextInput } from '@mantine/core';
import type { AnyManifest } from '@potok/contracts';
import { IconPlugConnectedX, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { useConnections } from '../../connections/use-connections.js';
import { serves, useSystems } from '../../connections/systems.js';
import { brandOf, iconMask } from '../../canvas/icon.js';
import type { PickerOrder } from '../canvas/canvas-store.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { pickerGroups } from './picker-groups.js';
import { recentKinds, rememberKind } from './recent-kinds.js';
import { usePickerDrag } from './use-picker-drag.js';

const WIDTH = 380;
const HEIGHT = 460;
const EDGE = 12;

/** Beside the pointer, and wholly in the window. */
const placeOf = ({ near }: PickerOrder): { left: number; top: number } => {
  const at = near ?? { x: window.innerWidth / 2 - WIDTH / 2, y: window.innerHeight / 2 - HEIGHT / 2 };
  return {
    left: Math.max(EDGE, Math.min(at.x + EDGE, window.innerWidth - WIDTH - EDGE)),
    top: Math.max(EDGE, Math.min(at.y, window.innerHeight - HEIGHT - EDGE)),
  };
};

interface RowProps {
  readonly manifest: AnyManifest;
  readonly index: number;
  readonly isAt: boolean;
  readonly isConnected: boolean;
  readonly onPick: (manifest: AnyManifest) => void;
  readonly onDragOut: (manifest: AnyManifest) => void;
}

const Row = ({ manifest, index, isAt, isConnected, onPick, onDragOut }: RowProps) => {
  const { texts, language } = useEditorSpeech();
  const row = useRef<HTMLDivElement>(null);
  const drag = usePickerDrag(manifest, onDragOut);
  useEffect(() => {
    if (isAt) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isAt]);
  return (
    <div
      ref={row}
      id={`kind-${index}`}
      role="option"
      aria-selected={isAt}
      className="picker-row"
      onClick={() => onPick(manifest)}
      {...drag}
    >
      <span
        className="step-icon"
        style={{ maskImage: iconMask(manifest), background: brandOf(manifest) }}
        aria-hidden
      />
      <span className="picker-words">
        <strong>{manifest.title[language]}</strong>
        <span className="dim">{manifest.summary[language]}</span>
      </span>
      {isConnected ? null : (
        <span className="picker-needs">
          <IconPlugConnectedX size={12} aria-hidden />
          {texts.editor.picker.needsAccount}
        </span>
      )}
    </div>
  );
};

/** Which gateways this workspace has an account for. */
const useIsConnected = () => {
  const connections = useConnections();
  const systems = useSystems();
  return ({ gateway }: AnyManifest): boolean =>
    gateway === undefined || connections.some((connection) => serves(connection, gateway, systems));
};

interface Props {
  readonly order: PickerOrder;
  readonly onPick: (manifest: AnyManifest, order: PickerOrder) => void;
  readonly onClose: () => void;
}

const useGroups = (order: PickerOrder, query: string) => {
  const { texts, language } = useEditorSpeech();
  const { kit } = useEditorApi().getState();
  const scenario = useEditor(({ history }) => history.document.scenario);
  const graph = useEditor((state) => state.graph);
  const [recent] = useState(recentKinds);
  return useMemo(
    () =>
      pickerGroups({ query, order, scenario, graph, kinds: kit.kinds, recent, words: texts.editor.picker, language }),
    [query, order, scenario, graph, kit, recent, texts, language],
  );
};

/** Where a new step is chosen: by what suits here, by words, by system. Enter adds, Esc closes. */
export const Picker = ({ order, onPick, onClose }: Props) => {
  const { texts } = useEditorSpeech();
  const words = texts.editor.picker;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const groups = useGroups(order, query);
  const isConnected = useIsConnected();
  const listed = groups.flatMap(({ kinds }) => kinds);
  const pick = (manifest: AnyManifest): void => {
    rememberKind(manifest.id);
    onClose();
    onPick(manifest, order);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const chosen = listed[at];
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && chosen !== undefined) pick(chosen);
    else if (step !== undefined && listed.length > 0) setAt((at + step + listed.length) % listed.length);
    else return;
    event.preventDefault();
  };
  let index = -1;
  return (
    <>
      <div className="picker-veil" onPointerDown={onClose} />
      <div className="picker" role="dialog" aria-label={words.title} style={placeOf(order)} onKeyDown={onKeyDown}>
        <TextInput
          autoFocus
          variant="unstyled"
          leftSection={<IconSearch size={16} />}
          rightSection={<Kbd size="xs">Enter</Kbd>}
          rightSectionWidth={60}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          placeholder={words.hint}
          aria-label={words.hint}
          role="combobox"
          aria-expanded
          aria-controls="kinds"
          aria-activedescendant={`kind-${at}`}
        />
        <div id="kinds" role="listbox" aria-label={words.title} className="picker-list" tabIndex={-1}>
          {groups.map(({ title, kinds }) => (
            <div key={title} role="group" aria-label={title}>
              <div className="picker-title">{title}</div>
              {kinds.map((manifest) => {
                index += 1;
                return (
                  <Row
                    key={manifest.id}
                    manifest={manifest}
                    index={index}
                    isAt={index === at}
                    isConnected={isConnected(manifest)}
                    onPick={pick}
                    onDragOut={onClose}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {listed.length === 0 ? <p className="picker-empty dim">{words.nothing(query)}</p> : null}
      </div>
    </>
  );
};
