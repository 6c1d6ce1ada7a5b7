import { TextInput } from '@mantine/core';
import type { Finding, ScenarioDetailView, TemplateView } from '@potok/contracts';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { FaultBox } from '../../page/fault-box.js';
import { useOpenMade } from '../open-made.js';
import { FinishWays, type Way } from './finish-ways.js';
import { Question } from './question.js';
import { useFinish } from './use-finish.js';
import { openPlaces, readWizard, type WizardForm } from './wizard-form.js';

interface Props {
  readonly template: TemplateView;
  readonly form: WizardForm;
  readonly onForm: (form: WizardForm) => void;
  readonly onBack: () => void;
  readonly onTrial: () => void;
  /** The answers are not needed any more. */
  readonly onEnd: () => void;
  /** Something is written wrong in an earlier answer. */
  readonly onWrong: () => void;
}

const Findings = ({
  findings,
  template,
}: {
  readonly findings: readonly Finding[];
  readonly template: TemplateView;
}) => {
  const { start, scenarios } = useEditorTexts();
  const nameOf = (id: string) => template.scenario.nodes.find((node) => node.id === id)?.name ?? id;
  return findings.length === 0 ? null : (
    <div className="findings" role="alert">
      <p>{start.notPublished}</p>
      <ul>
        {findings.map(({ severity, node, detail, code }, index) => (
          <li key={index} className={severity} title={code}>
            {node === undefined ? detail : scenarios.inNode(nameOf(node), detail)}
          </li>
        ))}
      </ul>
    </div>
  );
};

export const FinishStep = ({ template, form, onForm, onBack, onTrial, onEnd, onWrong }: Props) => {
  const texts = useEditorTexts();
  const { start, page } = texts;
  const open = useOpenMade();
  const done = ({ id }: ScenarioDetailView, way: Way) => {
    if (way === 'trial') onTrial();
    else {
      onEnd();
      open(id, way === 'publish');
    }
  };
  const { findings, finishing, busy } = useFinish({ onMade: (madeId) => onForm({ ...form, madeId }), onDone: done });
  const go = (way: Way) => {
    const { made } = readWizard(form, template, texts);
    if (made === undefined) onWrong();
    else
      finishing.mutate({
        way,
        ...made,
        templateId: template.id,
        ...(form.madeId === undefined ? {} : { madeId: form.madeId }),
      });
  };
  return (
    <Question title={start.questions.finish} about={start.questionsAbout.finish} onBack={onBack}>
      <TextInput
        label={start.name}
        maxLength={200}
        value={form.name}
        onChange={(event) => onForm({ ...form, name: event.currentTarget.value })}
      />
      <FinishWays open={openPlaces(form, template, texts)} busy={busy} onWay={go} />
      {finishing.error === null ? null : <FaultBox error={finishing.error} title={page.actFaultTitle} />}
      <Findings findings={findings} template={template} />
    </Question>
  );
};
