import { ActionIcon, Button, Group, Menu, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { ScenarioPath, Slot } from '@potok/contracts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { SidePanel } from '../../page/side-panel.js';
import { firstFieldIn, useFocusFresh } from '../../page/use-focus-fresh.js';
import { SlotAccount } from '../panel/connection-picker.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { useNameText } from '../state/use-name-text.js';
import { ParameterRow } from './parameter-row.js';

const GATEWAYS = ['crm', 'operator', 'accounting', 'http'] as const;

const About = ({ isReadOnly }: { readonly isReadOnly: boolean }) => {
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const { name, description = '' } = useEditor(({ history }) => history.document.scenario);
  const put = (next: { readonly name: string; readonly description: string }): void =>
    store.getState().act({ kind: 'name-scenario', ...next }, 'scenario/name');
  const text = useNameText(name, (next) => put({ name: next, description }));
  return (
    <Stack gap={12}>
      <TextInput label={settings.name} maxLength={200} readOnly={isReadOnly} {...text} />
      <Textarea
        label={settings.description}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        readOnly={isReadOnly}
        value={description}
        onChange={(event) => put({ name, description: event.currentTarget.value })}
      />
    </Stack>
  );
};

const freeId = (prefix: string, taken: ReadonlySet<string>, count = 1): string => {
  const id = count === 1 ? prefix : `${prefix}${count}`;
  return taken.has(id) ? freeId(prefix, taken, count + 1) : id;
};

const lastCardIn = (root: Element): HTMLElement | null =>
  firstFieldIn([...root.querySelectorAll('.settings-card')].at(-1));

const SlotCard = ({ slot, isReadOnly }: { readonly slot: Slot; readonly isReadOnly: boolean }) => {
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const uses = useEditor(
    ({ history: { document } }) =>
      [...document.scenario.nodes, ...(document.scenario.paths ?? []).flatMap(({ nodes }) => nodes)].filter(
        (node) => node.slot === slot.id,
      ).length,
  );
  const text = useNameText(slot.title, (title) =>
    store.getState().act({ kind: 'put-slot', slot: { ...slot, title } }, `slot/${slot.id}`),
  );
  return (
    <Stack gap={8} className="settings-card">
      <Group gap={8} align="flex-end" wrap="nowrap">
        <TextInput flex={1} label={settings.slotTitle} maxLength={120} readOnly={isReadOnly} {...text} />
        <ActionIcon
          variant="default"
          disabled={isReadOnly || uses > 0}
          aria-label={settings.removeSlot(slot.title)}
          onClick={() => store.getState().act({ kind: 'remove-slot', slot: slot.id })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <SlotAccount slot={slot} isReadOnly={isReadOnly} />
      <span className="dim small">{uses === 0 ? settings.unusedSlot : settings.usedBy(uses)}</span>
    </Stack>
  );
};

const Slots = ({ isReadOnly }: { readonly isReadOnly: boolean }) => {
  const { settings, slotTitles } = useEditorTexts().editor;
  const store = useEditorApi();
  const slots = useEditor(({ history }) => history.document.scenario.slots);
  const { root, expect } = useFocusFresh<HTMLElement>(lastCardIn);
  const add = (gateway: (typeof GATEWAYS)[number]): void => {
    expect();
    const id = freeId(gateway, new Set(slots.map((slot) => slot.id)));
    store.getState().act({ kind: 'put-slot', slot: { id, gateway, title: slotTitles[gateway] ?? gateway } });
  };
  return (
    <section className="settings-part" ref={root}>
      <h3>{settings.slots}</h3>
      <p className="dim small">{settings.slotsAbout}</p>
      {slots.map((slot) => (
        <SlotCard key={slot.id} slot={slot} isReadOnly={isReadOnly} />
      ))}
      <Menu>
        <Menu.Target>
          <Button variant="default" disabled={isReadOnly} leftSection={<IconPlus size={16} />}>
            {settings.addSlot}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {GATEWAYS.map((gateway) => (
            <Menu.Item key={gateway} onClick={() => add(gateway)}>
              {slotTitles[gateway]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </section>
  );
};

const Parameters = ({ isReadOnly }: { readonly isReadOnly: boolean }) => {
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const { parameters, slots } = useEditor(({ history }) => history.document.scenario);
  const { root, expect } = useFocusFresh<HTMLElement>(lastCardIn);
  const add = (): void => {
    expect();
    const id = freeId('parameter', new Set(parameters.map((one) => one.id)));
    const parameter = { id, title: settings.newParameter, schema: { type: 'string', minLength: 1 }, isRequired: true };
    store.getState().act({ kind: 'put-parameter', parameter });
  };
  return (
    <section className="settings-part" ref={root}>
      <h3>{settings.parameters}</h3>
      <p className="dim small">{settings.parametersAbout}</p>
      {parameters.map((parameter, at) => (
        // By its place: the row stays, and the keyboard in it, while the name in formulas is typed.
        <ParameterRow key={at} parameter={parameter} slots={slots} isReadOnly={isReadOnly} />
      ))}
      <Button variant="default" disabled={isReadOnly} leftSection={<IconPlus size={16} />} onClick={add}>
        {settings.addParameter}
      </Button>
    </section>
  );
};

const PathCard = ({ path, isReadOnly }: { readonly path: ScenarioPath; readonly isReadOnly: boolean }) => {
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const nodes = useEditor(({ history }) => history.document.scenario.nodes);
  const edit = (patch: Partial<Pick<ScenarioPath, 'title' | 'kind' | 'ofNode'>>): void =>
    store.getState().act({ kind: 'edit-path', path: path.id, patch }, `path/${path.id}`);
  const text = useNameText(path.title, (title) => edit({ title }));
  return (
    <Stack gap={8} className="settings-card">
      <Group gap={8} align="flex-end" wrap="nowrap">
        <TextInput flex={1} label={settings.pathTitle} maxLength={120} readOnly={isReadOnly} {...text} />
        <ActionIcon
          variant="default"
          disabled={isReadOnly}
          aria-label={settings.removePath(path.title)}
          onClick={() => store.getState().act({ kind: 'remove-path', path: path.id })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <Select
        label={settings.ofNode}
        allowDeselect={false}
        searchable
        readOnly={isReadOnly}
        data={nodes.map(({ id, name }) => ({ value: id, label: name }))}
        value={path.ofNode}
        onChange={(next) => next !== null && edit({ ofNode: next })}
      />
      <Button variant="default" size="xs" onClick={() => store.getState().show(path.id)}>
        {settings.openPath(path.nodes.length)}
      </Button>
    </Stack>
  );
};

const Paths = ({ isReadOnly }: { readonly isReadOnly: boolean }) => {
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const { paths = [], nodes } = useEditor(({ history }) => history.document.scenario);
  const chosen = useEditor((state) => state.chosen);
  const add = (kind: ScenarioPath['kind']): void => {
    const { kit, act, show } = store.getState();
    const ofNode = nodes.find(({ id }) => chosen.nodes.has(id))?.id ?? nodes.at(-1)?.id;
    if (ofNode === undefined) return;
    const path = { id: kit.newId('p'), kind, ofNode, title: settings.pathKinds[kind], nodes: [], edges: [] };
    act({ kind: 'add-path', path });
    show(path.id);
  };
  return (
    <section className="settings-part">
      <h3>{settings.paths}</h3>
      <p className="dim small">{settings.pathsAbout}</p>
      {paths.map((path) => (
        <PathCard key={path.id} path={path} isReadOnly={isReadOnly} />
      ))}
      <Group gap={8}>
        {(['annul', 'correct'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            disabled={isReadOnly || nodes.length === 0}
            leftSection={<IconPlus size={16} />}
            onClick={() => add(kind)}
          >
            {settings.addPath[kind]}
          </Button>
        ))}
      </Group>
    </section>
  );
};

/** What the whole drawing has: its name, slots, parameters and compensation paths. */
export const SettingsPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const { settings } = useEditorTexts().editor;
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <SidePanel takesKeys title={settings.title} label={settings.title} onClose={onClose}>
      <About isReadOnly={isReadOnly} />
      <Slots isReadOnly={isReadOnly} />
      <Parameters isReadOnly={isReadOnly} />
      <Paths isReadOnly={isReadOnly} />
    </SidePanel>
  );
};
