import { Tabs } from '@mantine/core';
import { isNodeFault, type AnyManifest } from '@potok/contracts';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useSpeech, useEditorTexts } from '../app/texts/use-texts.js';
import { Paper } from '../documents/paper.js';
import { JsonView } from '../page/json-view.js';
import type { MappingPreview } from './preview.js';
import { prettyXml } from './pretty-xml.js';
import { sentenceFor } from './sentences.js';
import { type ForeseenUpd, viewOf, xmlOf } from './upd/upd-preview.js';

const XmlView = lazy(() => import('./xml-view.js').then(({ XmlView: view }) => ({ default: view })));

interface Props {
  readonly value: unknown;
  readonly manifest: AnyManifest;
  readonly foreseen: ForeseenUpd | undefined;
  readonly hasOrganization: boolean;
  readonly asked: { readonly kind: string; readonly preview?: MappingPreview };
  readonly now: Date;
}

type Written = { readonly text: string } | { readonly fault: string };

const DocumentTab = ({ foreseen, hasOrganization, asked }: Props) => {
  const { mapping } = useEditorTexts();
  const view = useMemo(() => (foreseen === undefined ? undefined : viewOf(foreseen)), [foreseen]);
  const shown = asked.preview?.document ?? view;
  if (shown === undefined) return <p className="mapping-none">{mapping.noDocument}</p>;
  return (
    <>
      {asked.preview?.document === undefined ? <p className="mapping-note">{mapping.draftDocument}</p> : null}
      {hasOrganization ? null : <p className="mapping-note">{mapping.organizationMissing}</p>}
      <Paper view={shown} />
    </>
  );
};

const useWritten = ({ foreseen, manifest, asked, now }: Props): Written | undefined => {
  const { language } = useSpeech();
  return useMemo(() => {
    const ready = asked.preview?.xml;
    if (ready !== undefined) return { text: prettyXml(ready) };
    if (foreseen === undefined) return undefined;
    try {
      return { text: prettyXml(xmlOf(foreseen, now)) };
    } catch (error) {
      if (!isNodeFault(error)) throw error;
      return { fault: sentenceFor(error, manifest, language) };
    }
  }, [foreseen, manifest, asked.preview, now, language]);
};

const XmlTab = (props: Props) => {
  const { mapping } = useEditorTexts();
  const written = useWritten(props);
  if (written === undefined) return <p className="mapping-none">{mapping.noXml}</p>;
  if ('fault' in written) return <p className="value-fault">{written.fault}</p>;
  return (
    <Suspense fallback={<p className="mapping-none">{mapping.preparing}</p>}>
      <XmlView text={written.text} />
    </Suspense>
  );
};

const Standing = ({ kind }: { readonly kind: string }) => {
  const { mapping } = useEditorTexts();
  if (kind === 'waiting') return <p className="mapping-note">{mapping.preparing}</p>;
  return kind === 'failed' ? <p className="value-warning">{mapping.previewFailed}</p> : null;
};

/** What the mapping makes of the chosen sample: the paper, its XML, the data. */
export const ResultPanel = (props: Props) => {
  const { mapping } = useEditorTexts();
  const { value, foreseen, asked } = props;
  const hasDocument = foreseen !== undefined || asked.preview?.document !== undefined;
  const [tab, setTab] = useState<string | null>(null);
  return (
    <section className="mapping-result" aria-label={mapping.result}>
      <Tabs value={tab ?? (hasDocument ? 'document' : 'data')} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="document">{mapping.views.document}</Tabs.Tab>
          <Tabs.Tab value="xml">{mapping.views.xml}</Tabs.Tab>
          <Tabs.Tab value="data">{mapping.views.data}</Tabs.Tab>
        </Tabs.List>
        <Standing kind={asked.kind} />
        <Tabs.Panel value="document">
          <DocumentTab {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="xml">
          <XmlTab {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="data">
          <JsonView value={value ?? {}} label={mapping.views.data} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
};
