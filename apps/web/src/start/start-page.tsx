import type { TemplateView } from '@potok/contracts';
import { getRouteApi } from '@tanstack/react-router';
import type { StartSearch } from '../app/searches.js';
import { Loaded } from '../page/loaded.js';
import { Gallery } from './gallery/gallery.js';
import { useTemplates } from './templates.js';
import { Wizard } from './wizard/wizard.js';

const route = getRouteApi('/w/$ws/scenarios/new');

const Inside = ({ templates }: { readonly templates: readonly TemplateView[] }) => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const template = templates.find(({ id }) => id === search.template);
  if (template === undefined) {
    const choose = (id: string) => void navigate({ search: { template: id } });
    const narrow = (next: StartSearch) => void navigate({ search: next, replace: true });
    return <Gallery templates={templates} search={search} onSearch={narrow} onChoose={choose} />;
  }
  return (
    <Wizard
      key={template.id}
      template={template}
      step={search.step}
      onStep={(step) => void navigate({ search: { template: template.id, step } })}
      onLeave={() => void navigate({ search: {} })}
    />
  );
};

/** A new scenario: the gallery, then three questions about the template that is chosen. */
export const StartPage = () => <Loaded answer={useTemplates()}>{({ items }) => <Inside templates={items} />}</Loaded>;
