import { Button, Group, Loader, Stack, TextInput } from '@mantine/core';
import type { ScenarioDetailView } from '@potok/contracts';
import { type SubmitEvent, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { FaultBox } from '../page/fault-box.js';
import { FileDrop } from '../page/file-drop.js';
import { ParameterFields, SlotFields } from './binding-fields.js';
import { type BindingForm, formOfBinding, readBindingForm } from './binding-form.js';
import { FileSummary } from './file-summary.js';
import { useImport } from './use-import.js';
import { FileUnreadable, type ReadScenario, useScenarioFile } from './use-scenario-file.js';
import { Dialog } from '../page/dialog.js';

interface Props {
  /** The scenario whose draft the file replaces; without it a new one is made. */
  readonly into?: ScenarioDetailView;
  readonly onClose: () => void;
}

interface Filled {
  readonly read: ReadScenario;
  readonly name: string;
  readonly form: BindingForm;
}

interface FilledProps {
  readonly filled: Filled;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (filled: Filled) => void;
}

const FilledFields = ({ filled, faults, onChange }: FilledProps) => {
  const { scenarioFiles } = useTexts();
  const { scenario } = filled.read.check;
  const fields = {
    places: scenario,
    form: filled.form,
    faults,
    onChange: (form: BindingForm) => onChange({ ...filled, form }),
  };
  return (
    <>
      <TextInput
        label={scenarioFiles.name}
        value={filled.name}
        maxLength={200}
        error={faults['/name']}
        onChange={(event) => onChange({ ...filled, name: event.currentTarget.value })}
      />
      <FileSummary check={filled.read.check} />
      {scenario.slots.length === 0 ? null : (
        <section className="binding-places">
          <h3 className="section-title">{scenarioFiles.connect}</h3>
          <SlotFields {...fields} />
        </section>
      )}
      {scenario.parameters.length === 0 ? null : (
        <section className="binding-places">
          <h3 className="section-title">{scenarioFiles.values}</h3>
          <ParameterFields {...fields} />
        </section>
      )}
    </>
  );
};

const useFilled = ({ into, onClose }: Props) => {
  const texts = useTexts();
  const [file, setFile] = useState<File>();
  const [filled, setFilled] = useState<Filled>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const reading = useScenarioFile(into?.id, (read) =>
    setFilled({ read, name: into?.name ?? read.check.scenario.name, form: formOfBinding(read.check.binding) }),
  );
  const importing = useImport(into, onClose);
  const choose = (next: File) => {
    setFile(next);
    setFilled(undefined);
    setFaults({});
    importing.reset();
    reading.mutate(next);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (filled === undefined) return;
    const read = readBindingForm(filled.form, filled.read.check.scenario, texts);
    const name = filled.name.trim();
    setFaults({ ...read.faults, ...(name === '' ? { '/name': texts.scenarioFiles.nameEmpty } : {}) });
    if (read.binding !== undefined && name !== '')
      importing.mutate({ file: filled.read.json, name, binding: read.binding });
  };
  return { file, filled, faults, reading, importing, choose, submit, setFilled };
};

/** A scenario out of a file: what is in it, what fills it here, and then a new scenario or another draft of one. */
export const ImportDialog = (props: Props) => {
  const { into, onClose } = props;
  const { scenarioFiles, page } = useTexts();
  const { file, filled, faults, reading, importing, choose, submit, setFilled } = useFilled(props);
  const unreadable = reading.error instanceof FileUnreadable ? reading.error.message : undefined;
  const title = into === undefined ? scenarioFiles.importTitle : scenarioFiles.replaceTitle(into.name);
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <form noValidate onSubmit={submit}>
        <Stack gap={16}>
          <FileDrop
            label={scenarioFiles.file}
            hint={into === undefined ? scenarioFiles.about : scenarioFiles.replaceAbout}
            accept=".json,application/json"
            file={file}
            fault={unreadable}
            onFile={choose}
          />
          {reading.isPending ? <Loader size="sm" aria-label={scenarioFiles.reading} /> : null}
          {reading.error === null || unreadable !== undefined ? null : (
            <FaultBox error={reading.error} title={page.actFaultTitle} />
          )}
          {filled === undefined ? null : <FilledFields filled={filled} faults={faults} onChange={setFilled} />}
          {importing.error === null ? null : <FaultBox error={importing.error} title={page.actFaultTitle} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {page.cancel}
            </Button>
            <Button type="submit" disabled={filled === undefined} loading={importing.isPending}>
              {into === undefined ? scenarioFiles.create : scenarioFiles.replaceButton}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
