import './clean-up.js';
import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { App, createApp } from '../app/app.js';
import { type Answers, fakeApi } from './fake-api.js';
import { WS } from './fixtures/session.js';

/** Opens the whole application at an address of the workspace (`/runs?status=done`), over the fake API. */
export const openPage = (address: string, answers: Answers = {}) => {
  const { api, asked } = fakeApi(answers);
  const inside = address.startsWith('/sign-in') || address === '/' ? address : `/w/${WS}${address}`;
  const app = createApp(api, createMemoryHistory({ initialEntries: [inside] }));
  return { ...render(<App app={app} env="test" />), app, asked, address: () => app.router.state.location.href };
};
