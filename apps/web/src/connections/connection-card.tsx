import { Button } from '@mantine/core';
import type { ConnectionView, RequestView } from '@potok/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { settle } from '../app/settle.js';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { Moment } from '../format/moment.js';
import { fact, Facts } from '../page/facts.js';
import { FaultText } from '../page/fault-box.js';
import { useAct } from '../page/use-act.js';
import { ConnectionState } from '../states/states.js';
import { systemTitle, useSystems } from './systems.js';

interface Props {
  readonly connection: ConnectionView;
  readonly onEdit: () => void;
}

/** What the worker does with the account; the card then shows what came of it. */
export const useAsk = ({ id }: ConnectionView, what: 'check' | 'refresh') => {
  const api = useApi();
  const path = useInWorkspace();
  return useAct({
    act: (_nothing: undefined) => settle(api, path, api.send<RequestView>('POST', path(`/connections/${id}/${what}`))),
  });
};

const Broken = ({ broken }: { readonly broken: NonNullable<ConnectionView['broken']> }) => {
  const { id: ws } = useWorkspace();
  return (
    <ul className="broken">
      {broken.map(({ code, detail, scenario }) => (
        <li key={`${code} ${detail} ${scenario?.scenarioId ?? ''}`} title={code}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>
            {detail}{' '}
            {scenario === undefined ? null : (
              <Link to="/w/$ws/scenarios/$id" params={{ ws, id: scenario.scenarioId }}>
                {scenario.name}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};

const Acts = ({ connection, onEdit }: Props) => {
  const { connections } = useTexts();
  const checking = useAsk(connection, 'check');
  const refreshing = useAsk(connection, 'refresh');
  const lists = useSystems().find(({ id }) => id === connection.system)?.lists ?? [];
  return (
    <footer>
      <Button variant="default" loading={checking.isPending} onClick={() => checking.mutate(undefined)}>
        {connections.check}
      </Button>
      {lists.length === 0 ? null : (
        <Button variant="default" loading={refreshing.isPending} onClick={() => refreshing.mutate(undefined)}>
          {connections.refresh}
        </Button>
      )}
      <Button variant="default" onClick={onEdit}>
        {connections.edit}
      </Button>
    </footer>
  );
};

/** An account of a busy company serves dozens of scenarios: the card stays a card. */
const SHOWN_AT_FIRST = 5;

const UsedBy = ({ usedBy }: Pick<ConnectionView, 'usedBy'>) => {
  const { connections } = useTexts();
  const { id: ws } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  if (usedBy.length === 0) return <span className="dim">{connections.notUsed}</span>;
  const isLong = usedBy.length > SHOWN_AT_FIRST + 1;
  return (
    <span className="used-by">
      {(isLong && !isOpen ? usedBy.slice(0, SHOWN_AT_FIRST) : usedBy).map(({ scenarioId, name }) => (
        <Link key={scenarioId} to="/w/$ws/scenarios/$id" params={{ ws, id: scenarioId }}>
          {name}
        </Link>
      ))}
      {isLong ? (
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? connections.usedByLess : connections.usedByMore(usedBy.length - SHOWN_AT_FIRST)}
        </button>
      ) : null}
    </span>
  );
};

export const ConnectionCard = ({ connection, onEdit }: Props) => {
  const { texts, language } = useSpeech();
  const { connections } = texts;
  const systems = useSystems();
  const { name, gateway, status, checkedAt, fault, usedBy, broken } = connection;
  return (
    <li className="card connection">
      <header>
        <div>
          <h2>{name}</h2>
          <p className="dim">
            {`${systemTitle(connection.system, systems, language)} · ${connections.gateways[gateway] ?? gateway} `}
            {connection.isTest ? (
              <span className="trial-mark" title={connections.isTestHint}>
                {connections.testMark}
              </span>
            ) : null}
          </p>
        </div>
        <ConnectionState status={status} />
      </header>
      {status === 'fails' && fault !== undefined ? (
        <FaultText fault={{ code: fault.code, sentence: fault.detail }} />
      ) : null}
      {broken === undefined ? null : <Broken broken={broken} />}
      <Facts
        rows={[
          fact(
            connections.checked,
            checkedAt === undefined ? (
              <span className="dim">{connections.neverChecked}</span>
            ) : (
              <Moment at={checkedAt} />
            ),
          ),
          fact(connections.usedBy, <UsedBy usedBy={usedBy} />),
        ]}
      />
      <Acts connection={connection} onEdit={onEdit} />
    </li>
  );
};
