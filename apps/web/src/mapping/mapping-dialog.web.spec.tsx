import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { SpeechProvider } from '../app/texts/use-texts.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aScenario } from '../testing/fixtures/scenario.js';
import { MappingDialog } from './mapping-dialog.js';

it('names the step that is mapped, and closes', () => {
  const onClose = jest.fn();
  const manifest = aManifest();
  const scope = {
    place: { roots: {}, steps: [], waits: [] },
    scenario: aScenario(),
    manifest,
    data: { steps: {}, params: {} },
  };
  render(
    <MantineProvider env="test">
      <SpeechProvider>
        <MappingDialog
          onClose={onClose}
          node={{ id: 'send', name: 'Отправить', params: {} }}
          manifest={manifest.nodes[0]!}
          scope={scope}
          samples={[]}
          sampleId={undefined}
          onSample={jest.fn()}
          findings={[]}
          onChange={jest.fn()}
          connectionOf={() => ''}
        />
      </SpeechProvider>
    </MantineProvider>,
  );
  expect(screen.queryAllByRole('dialog', { name: 'Сопоставление полей: Отправить' })).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Готово' }));
  expect(onClose).toHaveBeenCalledTimes(1);
});
