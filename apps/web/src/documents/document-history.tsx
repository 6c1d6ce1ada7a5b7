import type { DocumentDetailView } from '@potok/contracts';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatMoment } from '../format/dates.js';

type Event = DocumentDetailView['history'][number];

const OWN = 'potok';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Evidence as it came: words of the other side, numbers of messages. */
const Evidence = ({ event }: { readonly event: Event }) => {
  const facts = Object.entries(event.facts);
  const { frame } = useTexts();
  return (
    <span className="dim">
      {event.source === OWN ? frame.product : event.source}
      {facts.map(([name, value]) => (
        <span key={name} className="mono evidence">{` ${name}=${shown(value)}`}</span>
      ))}
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
