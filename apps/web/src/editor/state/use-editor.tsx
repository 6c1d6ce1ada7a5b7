import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { EditorStore, EditorStoreApi } from './editor-store.js';

const EditorContext = createContext<EditorStoreApi | undefined>(undefined);
export const EditorProvider = EditorContext;

/** The store itself, for acts and for reading at the moment of an event. */
export const useEditorApi = (): EditorStoreApi => {
  const store = use(EditorContext);
  if (store === undefined) throw new Error('NO_EDITOR');
  return store;
};

export const useEditor = <T,>(read: (state: EditorStore) => T): T => useStore(useEditorApi(), read);
