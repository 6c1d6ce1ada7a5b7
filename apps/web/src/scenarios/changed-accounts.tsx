import type { BrokenView } from '@potok/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '../app/texts/use-texts.js';
import { StateMark } from '../states/state-mark.js';

/** What the scenario names and its accounts have no more: a stage, an own field. */
export const ChangedAccounts = ({ broken }: { readonly broken: readonly BrokenView[] }) => {
  const { scenarios } = useTexts();
  return (
    <section className="findings" aria-label={scenarios.changed.title}>
      <StateMark hue="amber" icon={IconAlertTriangle}>
        {scenarios.changed.title}
      </StateMark>
      <ul>
        {broken.map(({ code, detail, node, field, in: places }) => (
          <li key={`${code} ${node ?? ''} ${field ?? ''} ${detail}`} className="warning" title={code}>
            {detail} <span className="dim">{places.map((place) => scenarios.changed[place]).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
