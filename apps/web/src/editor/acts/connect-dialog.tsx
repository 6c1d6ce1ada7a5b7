import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { graphOf, walkOrder } from '../../canvas/graph.js';
import { wayTitle } from '../../canvas/way-title.js';
import { useCanvas } from '../canvas/canvas-store.js';
import { tellWhyNot } from '../canvas/why-not.js';
import { edgeFrom, exitsOf, freeExit } from '../document/kit.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { Dialog } from '../../page/dialog.js';

const NEW = 'new';

/** Connecting without a mouse: which exit, and to which step. */
export const ConnectDialog = ({ node: id, onClose }: { readonly node: string; readonly onClose: () => void }) => {
  const texts = useEditorTexts();
  const { connect, whyNot } = texts.editor;
  const store = useEditorApi();
  const { kit, graph, act } = store.getState();
  const scenario = useEditor(({ history }) => history.document.scenario);
  const drawn = graphOf(scenario, graph);
  const node = drawn.nodes.find((one) => one.id === id);
  const [exit, setExit] = useState(() => (node === undefined ? undefined : freeExit(node, drawn.edges, kit)));
  const [to, setTo] = useState<string | null>(null);
  if (node === undefined) return null;
  const titleOf = (port: string): string => wayTitle(node, port, texts);
  const nameOf = (target: string): string => drawn.nodes.find((one) => one.id === target)?.name ?? target;
  const targets = walkOrder(drawn).filter(
    (one) => tellWhyNot({ scenario, graph, kinds: kit.kinds }, { source: id, target: one.id }, whyNot) === undefined,
  );
  const taken = exit === undefined ? undefined : edgeFrom(drawn.edges, id, exit);
  const join = (): void => {
    onClose();
    if (exit === undefined || to === null) return;
    if (to === NEW) useCanvas.getState().set({ picker: { from: { node: id, port: exit } } });
    else act({ kind: 'link', graph, from: { node: id, port: exit }, to });
  };
  return (
    <Dialog onClose={onClose} title={connect.title(node.name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          join();
        }}
      >
        <Stack gap={12}>
          <Select
            label={connect.exit}
            allowDeselect={false}
            data={exitsOf(node, kit).map((port) => ({ value: port, label: titleOf(port) }))}
            value={exit ?? null}
            onChange={(next) => setExit(next ?? undefined)}
            description={taken === undefined ? connect.free : connect.taken(nameOf(taken.to.node))}
          />
          <Select
            data-autofocus
            label={connect.to}
            searchable
            nothingFoundMessage={connect.nothing}
            data={[{ value: NEW, label: connect.fresh }, ...targets.map((one) => ({ value: one.id, label: one.name }))]}
            value={to}
            onChange={setTo}
          />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {texts.page.cancel}
            </Button>
            <Button type="submit" disabled={exit === undefined || to === null}>
              {connect.button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
