import './app/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiClient } from './app/api-client.js';
import { App, createApp } from './app/app.js';
import { readLanguage } from './app/texts/language.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const api = new ApiClient((path, init) => fetch(path, init), readLanguage);

createRoot(root).render(
  <StrictMode>
    <App app={createApp(api)} />
  </StrictMode>,
);
