import { Stepper } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { TemplateView } from '@potok/contracts';
import { useEffect, useState } from 'react';
import type { StartStep } from '../../app/searches.js';
import { useEditorSpeech, useEditorTexts } from '../../app/texts/use-texts.js';
import { useWorkspace } from '../../app/use-workspace.js';
import { useKinds } from '../../canvas/manifest.js';
import { useConnections } from '../../connections/use-connections.js';
import { useSystems } from '../../connections/systems.js';
import { PageFrame } from '../../page/page.js';
import { Preview } from '../../picture/preview.js';
import { ParameterFields } from '../../scenarios/binding-fields.js';
import { connectionsFor } from '../templates.js';
import { TrialStep } from '../trial/trial-step.js';
import { AccountField } from './account-field.js';
import { FinishStep } from './finish-step.js';
import { Question } from './question.js';
import { freshWizard, type Question as Asked, questionsOf, readWizard, type WizardForm } from './wizard-form.js';

interface Props {
  readonly template: TemplateView;
  readonly step: StartStep | undefined;
  readonly onStep: (step: StartStep) => void;
  readonly onLeave: () => void;
}

/** Where one account alone fits, it is taken until a person says otherwise. */
const useOnlyAccounts = ({ scenario }: TemplateView, form: WizardForm): WizardForm => {
  const known = { connections: useConnections(), systems: useSystems() };
  const only = scenario.slots.flatMap((slot) => {
    const fitting = connectionsFor(slot, known);
    return fitting.length === 1 && form.slots[slot.id] === undefined ? [[slot.id, fitting[0]?.id ?? ''] as const] : [];
  });
  return only.length === 0 ? form : { ...form, slots: { ...Object.fromEntries(only), ...form.slots } };
};

const useAnswers = (template: TemplateView) => {
  const { language } = useEditorSpeech();
  const { id: ws } = useWorkspace();
  const [kept, keep, forget] = useSessionStorage<WizardForm>({
    key: `potok.start.${ws}.${template.id}`,
    defaultValue: freshWizard(template.title[language]),
    getInitialValueInEffect: false,
  });
  return { form: useOnlyAccounts(template, kept), keep, forget };
};

interface StepProps extends Props {
  readonly form: WizardForm;
  readonly keep: (form: WizardForm) => void;
  readonly forget: () => void;
}

const AccountsStep = ({ template, form, keep, onStep, onLeave }: StepProps) => {
  const { start } = useEditorTexts();
  const next = () => {
    keep(form);
    onStep(questionsOf(template)[1] ?? 'finish');
  };
  return (
    <Question
      title={start.questions.accounts}
      about={start.questionsAbout.accounts}
      onBack={onLeave}
      onLater={next}
      onNext={next}
    >
      {template.scenario.slots.map((slot) => (
        <AccountField
          key={slot.id}
          slot={slot}
          value={form.slots[slot.id] ?? ''}
          onChange={(connection) => keep({ ...form, slots: { ...form.slots, [slot.id]: connection } })}
        />
      ))}
    </Question>
  );
};

const ParametersStep = ({ template, form, keep, onStep, onLeave }: StepProps) => {
  const texts = useEditorTexts();
  const { start } = texts;
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const next = () => {
    const read = readWizard(form, template, texts);
    setFaults(read.faults);
    if (read.made !== undefined) onStep('finish');
  };
  return (
    <Question
      title={start.questions.parameters}
      about={start.questionsAbout.parameters}
      onBack={() => (template.scenario.slots.length === 0 ? onLeave() : onStep('accounts'))}
      onLater={next}
      onNext={next}
    >
      <ParameterFields
        places={template.scenario}
        form={form}
        faults={faults}
        onChange={({ parameters }) => keep({ ...form, parameters })}
      />
    </Question>
  );
};

const Step = (props: StepProps & { readonly at: StartStep }) => {
  const { at, template, form, keep, forget, onStep, onLeave } = props;
  const asked = questionsOf(template);
  const before = asked[asked.length - 2];
  switch (at) {
    case 'accounts':
      return <AccountsStep {...props} />;
    case 'parameters':
      return <ParametersStep {...props} />;
    case 'finish':
      return (
        <FinishStep
          template={template}
          form={form}
          onForm={keep}
          onBack={() => (before === undefined ? onLeave() : onStep(before))}
          onTrial={() => onStep('trial')}
          onEnd={forget}
          onWrong={() => onStep('parameters')}
        />
      );
    case 'trial':
      return <TrialStep template={template} form={form} onBack={() => onStep('finish')} onEnd={forget} />;
  }
};

const Progress = ({
  asked,
  at,
  onStep,
}: { readonly asked: readonly Asked[]; readonly at: StartStep } & Pick<Props, 'onStep'>) => {
  const { start } = useEditorTexts();
  const active = at === 'trial' ? asked.length : asked.indexOf(at);
  return (
    <nav className="wizard-progress" aria-label={start.progress}>
      <Stepper active={active} size="xs" onStepClick={(index) => onStep(asked[index] ?? 'finish')}>
        {asked.map((question) => (
          <Stepper.Step key={question} label={start.steps[question]} />
        ))}
      </Stepper>
    </nav>
  );
};

/** Three questions about a chosen template; each may be left for later. */
export const Wizard = (props: Props) => {
  const { template, step, onStep, onLeave } = props;
  const { texts, language } = useEditorSpeech();
  const { start } = texts;
  const kinds = useKinds().data;
  const answers = useAnswers(template);
  const asked = questionsOf(template);
  const wanted = step ?? asked[0] ?? 'finish';
  const at = wanted === 'trial' && answers.form.madeId === undefined ? 'finish' : wanted;
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which would be taken for a clean-up.
    window.scrollTo({ top: 0 });
  }, [at]);
  return (
    <PageFrame
      title={template.title[language]}
      about={template.outcome[language]}
      crumbs={
        <button type="button" className="link" onClick={onLeave}>
          {start.title}
        </button>
      }
    >
      <Progress asked={asked} at={at} onStep={onStep} />
      {at === 'trial' || kinds === undefined ? null : (
        <div className="wizard-picture">
          <Preview scenario={template.scenario} kinds={kinds} />
        </div>
      )}
      <Step {...props} {...answers} at={at} />
    </PageFrame>
  );
};
