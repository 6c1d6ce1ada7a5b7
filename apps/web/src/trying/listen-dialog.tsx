import { Button, Stack } from '@mantine/core';
import type { HeardView, Page, SampleView, TestAddressView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech, useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { formatLogTime } from '../format/dates.js';
import { CopyButton } from '../page/copy-button.js';
import { FaultBox } from '../page/fault-box.js';
import { JsonView } from '../page/json-view.js';
import { useAct } from '../page/use-act.js';
import { Dialog } from '../page/dialog.js';

interface Props {
  readonly scenarioId: string;
  readonly onDone: (sample: SampleView) => void;
  readonly onClose: () => void;
}

const LOOK_EVERY_MS = 2000;

const curlOf = (url: string): string =>
  `curl -X POST '${url}' -H 'content-type: application/json' -d '{"hello":"potok"}'`;

const useTime = () => {
  const { language } = useSpeech();
  const { timeZone } = useWorkspace();
  return (at: string): string => formatLogTime(at, { language, timeZone });
};

const useHeard = (scenarioId: string, since: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'heard', scenarioId, since],
    queryFn: ({ signal }) =>
      api.get<Page<HeardView>>(path(`/scenarios/${scenarioId}/hook/heard?since=${encodeURIComponent(since)}`), signal),
    refetchInterval: LOOK_EVERY_MS,
  });
};

const Address = ({ url, expiresAt }: TestAddressView) => {
  const { trying } = useEditorTexts();
  const time = useTime();
  return (
    <div className="listen-address">
      <span className="dim">{`${trying.address}, ${trying.until(time(expiresAt))}`}</span>
      <span className="webhook">
        <code className="mono">{url}</code>
        <CopyButton value={url} />
      </span>
      <span className="dim">{trying.example}</span>
      <span className="listen-curl">
        <code className="mono">{curlOf(url)}</code>
        <CopyButton value={curlOf(url)} />
      </span>
    </div>
  );
};

/** One call that came, and the way to keep it. */
const Heard = ({ scenarioId, call, onDone }: Omit<Props, 'onClose'> & { readonly call: HeardView }) => {
  const { trying, page } = useEditorTexts();
  const api = useApi();
  const path = useInWorkspace();
  const when = useTime()(call.receivedAt);
  const taking = useAct({
    act: () => {
      const order = { deliveryId: call.id, name: trying.takeName(when) };
      return api.send<SampleView>('POST', path(`/scenarios/${scenarioId}/samples/from-delivery`), order);
    },
    said: () => trying.saved,
    isFaultShown: true,
    onDone,
  });
  return (
    <article className="listen-heard">
      <header>
        <strong>{when}</strong>
        <span className="dim">{call.isTest ? trying.testHook : trying.ownHook}</span>
        <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate(undefined)}>
          {trying.takeAs}
        </Button>
      </header>
      {taking.error === null ? null : <FaultBox error={taking.error} title={page.actFaultTitle} />}
      <JsonView value={call.body} label={`${trying.heard} ${when}`} />
    </article>
  );
};

/** Waits for a call while the scenario is drawn: an address that starts nothing, and what has come to it. */
export const ListenDialog = ({ scenarioId, onDone, onClose }: Props) => {
  const { trying } = useEditorTexts();
  const api = useApi();
  const path = useInWorkspace();
  const [since] = useState(() => new Date().toISOString());
  const [address, setAddress] = useState<TestAddressView>();
  const opening = useAct({
    act: () => api.send<TestAddressView>('POST', path(`/scenarios/${scenarioId}/hook/test-address`)),
    onDone: setAddress,
  });
  const heard = useHeard(scenarioId, since).data?.items ?? [];
  return (
    <Dialog onClose={onClose} title={trying.listenTitle} size="lg">
      <Stack gap={16}>
        <p className="listen-about">{trying.listenAbout}</p>
        {address === undefined ? (
          <Button w="fit-content" loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
            {trying.openAddress}
          </Button>
        ) : (
          <Address {...address} />
        )}
        {heard.map((call) => (
          <Heard key={call.id} scenarioId={scenarioId} call={call} onDone={onDone} />
        ))}
        {address !== undefined && heard.length === 0 ? (
          <p className="dim" role="status">
            {trying.waiting}
          </p>
        ) : null}
      </Stack>
    </Dialog>
  );
};
