import type { ScenarioView } from '@potok/contracts';
import { IconCircleCheck, IconCircleOff, IconPencil } from '@tabler/icons-react';
import type { Texts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import type { Kinds } from '../canvas/manifest.js';
import { formatCount } from '../format/money.js';
import { Moment } from '../format/moment.js';
import type { Column } from '../page/data-table.js';
import { StateMark } from '../states/state-mark.js';

export const ScenarioState = ({ scenario, texts }: { readonly scenario: ScenarioView; readonly texts: Texts }) => {
  if (scenario.published === undefined)
    return (
      <StateMark hue="slate" icon={IconPencil}>
        {texts.scenarios.notPublished}
      </StateMark>
    );
  const isOn = scenario.trigger?.isEnabled !== false;
  return (
    <StateMark hue={isOn ? 'green' : 'grey'} icon={isOn ? IconCircleCheck : IconCircleOff}>
      {isOn ? texts.scenarios.enabled : texts.scenarios.disabled}
    </StateMark>
  );
};

interface Speech {
  readonly texts: Texts;
  readonly language: Language;
  readonly kinds: Kinds | undefined;
}

export const triggerTitle = (type: string | undefined, { kinds, language }: Omit<Speech, 'texts'>): string =>
  type === undefined ? '' : (kinds?.get(type)?.title[language] ?? type);

export const scenarioColumns = ({ texts, language, kinds }: Speech): readonly Column<ScenarioView>[] => [
  {
    key: 'name',
    title: texts.scenarios.name,
    phone: 'lead',
    cell: (scenario) => (
      <span className="two">
        <strong>{scenario.name}</strong>
        <small>{scenario.description}</small>
      </span>
    ),
  },
  {
    key: 'start',
    title: texts.scenarios.start,
    width: '170px',
    cell: ({ trigger }) => triggerTitle(trigger?.type, { kinds, language }),
  },
  {
    key: 'state',
    title: texts.runs.state,
    width: '150px',
    cell: (scenario) => <ScenarioState scenario={scenario} texts={texts} />,
  },
  {
    key: 'version',
    title: texts.scenarios.version,
    width: '90px',
    align: 'right',
    phone: 'hide',
    cell: ({ published }) => (published === undefined ? '' : String(published.number)),
  },
  {
    key: 'open',
    title: texts.scenarios.openRuns,
    width: '140px',
    align: 'right',
    phone: 'hide',
    cell: ({ openRuns }) => formatCount(openRuns, language),
  },
  {
    key: 'updated',
    title: texts.scenarios.updated,
    width: '130px',
    align: 'right',
    cell: ({ updatedAt }) => <Moment at={updatedAt} />,
  },
];
