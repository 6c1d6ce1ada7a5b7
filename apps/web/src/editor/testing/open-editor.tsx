import '../../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { SpeechProvider } from '../../app/texts/use-texts.js';
import { ApiProvider } from '../../app/use-api.js';
import { HereProvider } from '../../app/use-workspace.js';
import type { EditorDocument } from '../document/change.js';
import { createEditorStore } from '../state/editor-store.js';
import { EditorProvider } from '../state/use-editor.js';
import { aKit } from './an-editor.js';
import { type Answers, fakeApi } from '../../testing/fake-api.js';
import { aSession } from '../../testing/fixtures/session.js';

interface Given {
  readonly document: EditorDocument;
  readonly answers?: Answers;
}

/** A part of the editor over a document, without the canvas, over the fake API. */
export const openInEditor = ({ document, answers = {} }: Given) => {
  const { api, asked } = fakeApi(answers);
  const session = aSession();
  const [workspace] = session.workspaces;
  if (workspace === undefined) throw new Error('No workspace');
  const store = createEditorStore({ document, kit: aKit(), now: () => 0 });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const around = ({ children }: { readonly children: ReactNode }) => (
    <MantineProvider env="test">
      <SpeechProvider>
        <ApiProvider value={api}>
          <QueryClientProvider client={client}>
            <HereProvider value={{ session, workspace }}>
              <EditorProvider value={store}>{children}</EditorProvider>
            </HereProvider>
          </QueryClientProvider>
        </ApiProvider>
      </SpeechProvider>
    </MantineProvider>
  );
  return { store, asked, show: (part: ReactNode) => render(part, { wrapper: around }), around };
};
