import { Button } from '@mantine/core';
import type { ConnectionView, RequestView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { settle } from '../app/settle.js';
import { useSpeech } from '../app/texts/use-texts.js';
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

const useCheck = ({ id }: ConnectionView) => {
  const api = useApi();
  const path = useInWorkspace();
  return useAct({
    act: (_nothing: undefined) => settle(api, path, api.send<RequestView>('POST', path(`/connections/${id}/check`))),
  });
};

const UsedBy = ({ usedBy }: Pick<ConnectionView, 'usedBy'>) => {
  const { texts } = useSpeech();
  const { id: ws } = useWorkspace();
  if (usedBy.length === 0) return <span className="dim">{texts.connections.notUsed}</span>;
  return (
    <span className="used-by">
      {usedBy.map(({ scenarioId, name }) => (
        <Link key={scenarioId} to="/w/$ws/scenarios/$id" params={{ ws, id: scenarioId }}>
          {name}
        </Link>
      ))}
    </span>
  );
};

export const ConnectionCard = ({ connection, onEdit }: Props) => {
  const { texts, language } = useSpeech();
  const { connections } = texts;
  const systems = useSystems();
  const checking = useCheck(connection);
  const { name, gateway, status, checkedAt, fault, usedBy } = connection;
  return (
    <li className="card connection">
      <header>
        <div>
          <h2>{name}</h2>
          <p className="dim">
            {`${systemTitle(connection.system, systems, language)} · ${connections.gateways[gateway] ?? gateway}`}
          </p>
        </div>
        <ConnectionState status={status} />
      </header>
      {status === 'fails' && fault !== undefined ? (
        <FaultText fault={{ code: fault.code, sentence: fault.detail }} />
      ) : null}
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
      <footer>
        <Button variant="default" loading={checking.isPending} onClick={() => checking.mutate(undefined)}>
          {connections.check}
        </Button>
        <Button variant="default" onClick={onEdit}>
          {connections.edit}
        </Button>
      </footer>
    </li>
  );
};
