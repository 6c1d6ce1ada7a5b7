import { notifications } from '@mantine/notifications';
import type { CheckView, Finding, ScenarioDetailView } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { useAct } from '../../page/use-act.js';
import { useMake, type MakeOrder } from '../use-make.js';
import type { Way } from './finish-ways.js';

interface Order extends MakeOrder {
  readonly way: Way;
}
interface Outcome {
  readonly made: ScenarioDetailView;
  readonly way: Way;
  /** Against publishing. */
  readonly findings: readonly Finding[];
}

interface Given {
  readonly onMade: (id: string) => void;
  readonly onDone: (made: ScenarioDetailView, way: Way) => void;
}

/** Makes the scenario and does with it what was asked for; published only when nothing is found against it. */
export const useFinish = ({ onMade, onDone }: Given) => {
  const api = useApi();
  const path = useInWorkspace();
  const make = useMake();
  const { compare } = useEditorTexts();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const publish = async ({ id, draftRevision }: ScenarioDetailView): Promise<readonly Finding[]> => {
    const check = await api.send<CheckView>('POST', path(`/scenarios/${id}/check`));
    if (check.hash === undefined) return check.findings;
    await api.send<ScenarioDetailView>('POST', path(`/scenarios/${id}/publish`), { draftRevision });
    return [];
  };
  const finishing = useAct({
    act: async ({ way, ...order }: Order): Promise<Outcome> => {
      const made = await make(order);
      onMade(made.id);
      return { made, way, findings: way === 'publish' ? await publish(made) : [] };
    },
    isFaultShown: true,
    onDone: ({ made, way, findings: found }) => {
      setFindings(found);
      if (found.length > 0) return;
      if (way === 'publish') notifications.show({ message: compare.publish.done });
      onDone(made, way);
    },
  });
  return { findings, finishing, busy: finishing.isPending ? finishing.variables.way : undefined };
};
