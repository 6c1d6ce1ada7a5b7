import type { CallSide, StepCallView, StepView } from '@potok/contracts';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatLogTime } from '../format/dates.js';
import { formatCount } from '../format/money.js';
import { JsonView } from '../page/json-view.js';
import { Loaded } from '../page/loaded.js';
import { useStepCalls } from './queries.js';

/** A whole body is laid out; a cut one is no JSON any more and stays as it is. */
const laidOut = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const Body = ({ side, label }: { readonly side: CallSide; readonly label: string }) => {
  const { texts, language } = useSpeech();
  const { runs } = texts;
  const size = formatCount(side.sizeBytes, language);
  if (side.sizeBytes === 0) return <p className="dim">{runs.callEmptyBody}</p>;
  if (side.body === undefined) return <p className="dim">{runs.callHiddenBody(size)}</p>;
  return (
    <>
      <JsonView value={laidOut(side.body)} label={label} />
      {side.isCut === true ? <p className="dim">{runs.callCutBody(size)}</p> : null}
    </>
  );
};

const Side = ({ side, title }: { readonly side: CallSide; readonly title: string }) => (
  <section>
    <h3>{title}</h3>
    <dl className="call-headers mono">
      {Object.entries(side.headers).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <Body side={side} label={title} />
  </section>
);

const hueOf = ({ status, failure }: StepCallView): string => {
  if (failure !== undefined || (status ?? 0) >= 400) return 'red';
  return status === undefined ? 'dim' : 'green';
};

const Line = ({ call }: { readonly call: StepCallView }) => {
  const { host, pathname } = partsOf(call.url);
  return (
    <>
      <span className="call-line">
        <span className="mono call-method">{call.method}</span>
        <span className="mono call-path" title={call.url}>
          {pathname}
        </span>
        <span className={`mono call-status ${hueOf(call)}`}>{call.status ?? call.failure?.code ?? '…'}</span>
      </span>
      <span className="call-line dim">
        <span>{host}</span>
        <When call={call} />
      </span>
    </>
  );
};

const When = ({ call }: { readonly call: StepCallView }) => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  return (
    <>
      <span className="num">{formatLogTime(call.at, { language, timeZone })}</span>
      {call.attempt === undefined ? null : <span>{texts.runs.attempt(call.attempt)}</span>}
      {call.isUndo === true ? <span>{texts.runs.callUndo}</span> : null}
      {call.ms === undefined ? null : <span className="num">{texts.runs.callMs(formatCount(call.ms, language))}</span>}
    </>
  );
};

const Call = ({ call }: { readonly call: StepCallView }) => {
  const { runs } = useSpeech().texts;
  return (
    <li>
      <details>
        <summary>
          <Line call={call} />
        </summary>
        <div className="call-sides">
          <Side side={call.request} title={runs.callRequest} />
          {call.response === undefined ? (
            <p className={call.failure === undefined ? 'dim' : 'call-failure'}>
              {call.failure?.detail ?? runs.callNoAnswer}
            </p>
          ) : (
            <Side side={call.response} title={runs.callResponse} />
          )}
        </div>
      </details>
    </li>
  );
};

const partsOf = (url: string): { readonly host: string; readonly pathname: string } => {
  const [, host = '', pathname = ''] = /^https?:\/\/([^/]*)(.*)$/.exec(url) ?? [];
  return host === '' ? { host: '', pathname: url } : { host, pathname: pathname === '' ? '/' : readable(pathname) };
};

/** 1С names its entities in Russian. */
const readable = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** What the step asked of other systems, the first call first. */
export const StepCalls = ({ runId, step }: { readonly runId: string; readonly step: StepView }) => {
  const { texts } = useSpeech();
  return (
    <Loaded answer={useStepCalls(runId, step.id)} rows={4}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="dim">{texts.runs.noCalls}</p>
        ) : (
          <>
            <ol className="calls">
              {items.map((call, index) => (
                <Call key={index} call={call} />
              ))}
            </ol>
            <p className="dim small">{texts.runs.callsAbout}</p>
          </>
        )
      }
    </Loaded>
  );
};
