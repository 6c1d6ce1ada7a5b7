import type { DocumentDetailView } from '@potok/contracts';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { systemTitle, useSystems } from '../connections/systems.js';
import { formatMoment } from '../format/dates.js';

type Event = DocumentDetailView['history'][number];

const OWN = 'potok';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The other side's words at once; numbers of messages and files one click away. */
const Evidence = ({ event }: { readonly event: Event }) => {
  const { frame, page, documents } = useTexts();
  const systems = useSystems();
  const { language } = useSpeech();
  const { reason, ...facts } = event.facts;
  const rest = Object.entries(facts);
  return (
    <span className="dim">
      {event.source === OWN ? frame.product : systemTitle(event.source, systems, language)}
      {typeof reason === 'string' ? ` · ${documents.reason(reason)}` : null}
      {rest.length === 0 ? null : (
        <details>
          <summary>{page.technical}</summary>
          {rest.map(([name, value]) => (
            <div key={name} className="mono evidence">{`${name}: ${shown(value)}`}</div>
          ))}
        </details>
      )}
    </span>
  );
};

export const DocumentHistory = ({ document }: { readonly document: DocumentDetailView }) => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  const { documents } = texts;
  return (
    <section>
      <h2 className="section-title">{documents.history}</h2>
      {document.history.length === 0 ? <p className="dim">{documents.historyEmpty}</p> : null}
      <ol className="history">
        {document.history.map((event, index) => (
          <li key={`${event.at}/${event.kind}/${index}`}>
            <time className="num dim" dateTime={event.at}>
              {formatMoment(event.at, { language, timeZone })}
            </time>
            <strong>{documents.events[event.kind] ?? event.kind}</strong>
            <Evidence event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
};
