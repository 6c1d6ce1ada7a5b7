import { Select } from '@mantine/core';
import type { TemplateView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StartSearch } from '../../app/searches.js';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { useWorkspace } from '../../app/use-workspace.js';
import { useKinds } from '../../canvas/manifest.js';
import { ConnectionDialog } from '../../connections/connection-dialog.js';
import { systemTitle, useSystems } from '../../connections/systems.js';
import { useConnections } from '../../connections/use-connections.js';
import { PageFrame } from '../../page/page.js';
import { SearchInput } from '../../page/search-input.js';
import { findTemplates, type Need, needsOf, systemsOf } from '../templates.js';
import { EmptyCard, TemplateCard } from './template-card.js';

interface Props {
  readonly templates: readonly TemplateView[];
  readonly search: StartSearch;
  readonly onSearch: (search: StartSearch) => void;
  readonly onChoose: (template: string) => void;
}

const Filters = ({ templates, search, onSearch }: Omit<Props, 'onChoose'>) => {
  const { texts, language } = useEditorSpeech();
  const { start } = texts;
  const known = useSystems();
  const change = (over: { readonly [K in 'q' | 'system']?: string | undefined }) => {
    const { q, system } = { ...search, ...over };
    onSearch({ ...(q === undefined ? {} : { q }), ...(system === undefined ? {} : { system }) });
  };
  return (
    <div className="filters">
      <SearchInput value={search.q ?? ''} label={start.search} onChange={(q) => change({ q })} />
      <Select
        aria-label={start.system}
        placeholder={start.anySystem}
        clearable
        w={220}
        data={systemsOf(templates).map((id) => ({ value: id, label: systemTitle(id, known, language) }))}
        value={search.system ?? null}
        onChange={(system) => change({ system: system ?? undefined })}
      />
    </div>
  );
};

const Cards = ({ templates, search, onChoose, onSearch }: Props) => {
  const { texts, language } = useEditorSpeech();
  const { start, page } = texts;
  const kinds = useKinds().data;
  const known = { connections: useConnections(), systems: useSystems(), language };
  const [place, setPlace] = useState<Need['slot']>();
  const found = findTemplates(templates, search);
  const isNarrowed = search.q !== undefined || search.system !== undefined;
  return (
    <>
      <p className="visually-hidden" role="status">
        {start.found(found.length)}
      </p>
      <ul className="templates">
        {isNarrowed ? null : <EmptyCard />}
        {found.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            kinds={kinds}
            needs={needsOf(template, known)}
            onAdd={setPlace}
            onChoose={() => onChoose(template.id)}
          />
        ))}
      </ul>
      {found.length > 0 ? null : (
        <p className="dim">
          {start.nothing}{' '}
          <button type="button" className="link" onClick={() => onSearch({})}>
            {page.clearFilters}
          </button>
        </p>
      )}
      {place === undefined ? null : <ConnectionDialog place={place} onClose={() => setPlace(undefined)} />}
    </>
  );
};

/** Ready scenarios by what comes of them; the empty one first. */
export const Gallery = (props: Props) => {
  const { scenarios, start } = useEditorSpeech().texts;
  const { id: ws } = useWorkspace();
  return (
    <PageFrame
      title={start.title}
      about={start.about}
      crumbs={
        <Link to="/w/$ws/scenarios" params={{ ws }}>
          {scenarios.title}
        </Link>
      }
    >
      <Filters {...props} />
      <Cards {...props} />
    </PageFrame>
  );
};
