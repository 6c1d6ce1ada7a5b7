import { Button } from '@mantine/core';
import type { TemplateView } from '@potok/contracts';
import { useMemo } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useOpenMade } from '../open-made.js';
import { demoBinding, readWizard, type WizardForm } from '../wizard/wizard-form.js';
import { DemoTrial } from './demo-trial.js';
import { useTryDraft } from './use-try-draft.js';

interface Props {
  readonly template: TemplateView;
  readonly form: WizardForm;
  readonly onBack: () => void;
  readonly onEnd: () => void;
}

/** After the questions: the scenario goes once over example data. */
export const TrialStep = ({ template, form, onBack, onEnd }: Props) => {
  const texts = useEditorTexts();
  const { start, page } = texts;
  const open = useOpenMade();
  const id = form.madeId ?? '';
  const tryDraft = useTryDraft(id);
  const { made } = useMemo(() => readWizard(form, template, texts), [form, template, texts]);
  const draft = made?.draft ?? template.scenario;
  const binding = demoBinding(made?.binding ?? { slots: {}, parameters: {} }, template);
  return (
    <div className="trial-step">
      <DemoTrial scenario={draft} binding={binding} example={template.example} tryDraft={tryDraft} />
      <footer>
        <Button variant="default" onClick={onBack}>
          {page.back}
        </Button>
        <Button
          onClick={() => {
            onEnd();
            open(id);
          }}
        >
          {start.openMade}
        </Button>
      </footer>
    </div>
  );
};
