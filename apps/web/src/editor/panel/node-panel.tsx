import { ActionIcon, Tabs, TextInput, Tooltip } from '@mantine/core';
import type { AnyManifest, Finding, ScenarioNode } from '@potok/contracts';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { graphOf } from '../../canvas/graph.js';
import { brandOf, iconMask } from '../../canvas/icon.js';
import type { Commands } from '../document/command.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { useNameText } from '../state/use-name-text.js';
import { NodeParams } from './node-params.js';
import { NodeSettings } from './node-settings.js';

interface BodyProps {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly findings: readonly Finding[];
  readonly isReadOnly: boolean;
  readonly field: string | undefined;
}

interface Props {
  /** Asked to name the step, each time anew: the name has the keyboard. */
  readonly renaming: { readonly node: string } | undefined;
  readonly onClose: () => void;
}

const NAME_LONGEST = 120;

const Head = ({ node, manifest, renaming, isReadOnly, onClose }: HeadProps) => {
  const { texts, language } = useEditorSpeech();
  const { panel } = texts.editor;
  const store = useEditorApi();
  const input = useRef<HTMLInputElement>(null);
  const [isCut, setIsCut] = useState(false);
  useEffect(() => {
    if (renaming?.node !== node.id) return;
    input.current?.focus();
    input.current?.select();
  }, [renaming, node.id]);
  const { graph } = store.getState();
  const text = useNameText(node.name, (whole) => {
    const name = whole.slice(0, NAME_LONGEST);
    setIsCut(name !== whole);
    store.getState().act({ kind: 'edit-node', graph, node: node.id, patch: { name } }, `${node.id}/name`);
  });
  return (
    <header className="panel-head">
      <span
        className="step-icon"
        style={{ maskImage: iconMask(manifest), background: brandOf(manifest) }}
        aria-hidden
      />
      <div className="panel-name">
        <TextInput
          ref={input}
          variant="unstyled"
          aria-label={panel.name}
          error={isCut ? panel.nameCut(NAME_LONGEST) : undefined}
          readOnly={isReadOnly}
          {...text}
        />
        <span className="dim small">{manifest?.title[language] ?? node.type}</span>
      </div>
      <Tooltip label={panel.close}>
        <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={panel.close}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
};

interface HeadProps {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest | undefined;
  readonly renaming: { readonly node: string } | undefined;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

const Body = (props: BodyProps) => {
  const { panel } = useEditorSpeech().texts.editor;
  const { node, manifest, isReadOnly, findings } = props;
  const store = useEditorApi();
  const { graph } = store.getState();
  const edit = (patch: Commands['edit-node']['patch'], field: string): void =>
    store.getState().act({ kind: 'edit-node', graph, node: node.id, patch }, `${node.id}/${field}`);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Tabs defaultValue="params" keepMounted={false} className="panel-tabs">
      <Tabs.List>
        <Tabs.Tab value="params">{errors === 0 ? panel.params : panel.paramsWrong(errors)}</Tabs.Tab>
        <Tabs.Tab value="settings">{panel.how}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="params" className="panel-params">
        <NodeParams {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="settings" className="panel-settings">
        <NodeSettings node={node} manifest={manifest} isReadOnly={isReadOnly} onEdit={edit} />
      </Tabs.Panel>
    </Tabs>
  );
};

/** All of one step: what it does, with what data, how it is carried out. */
export const NodePanel = ({ renaming, onClose }: Props) => {
  const { texts, language } = useEditorSpeech();
  const { panel } = texts.editor;
  const { kit } = useEditorApi().getState();
  const open = useEditor((state) => state.open);
  const graph = useEditor((state) => state.graph);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const scenario = useEditor(({ history }) => history.document.scenario);
  const findings = useEditor((state) => state.findings);
  const node = graphOf(scenario, graph).nodes.find(({ id }) => id === open?.node);
  if (node === undefined) return null;
  const manifest = kit.kinds.get(node.type);
  const own = findings.filter((finding) => finding.node === node.id);
  return (
    <aside className="node-panel" tabIndex={-1} aria-label={panel.of(node.name)}>
      <Head
        key={node.id}
        node={node}
        manifest={manifest}
        renaming={renaming}
        isReadOnly={isReadOnly}
        onClose={onClose}
      />
      {manifest === undefined ? (
        <p className="panel-unknown">{panel.unknown(node.type)}</p>
      ) : (
        <>
          <p className="panel-about dim small">{manifest.summary[language]}</p>
          <Body
            key={node.id}
            node={node}
            manifest={manifest}
            findings={own}
            isReadOnly={isReadOnly}
            field={open?.field}
          />
        </>
      )}
    </aside>
  );
};
