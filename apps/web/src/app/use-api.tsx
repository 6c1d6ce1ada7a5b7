import { createContext, use } from 'react';
import type { ApiClient } from './api-client.js';

const ApiContext = createContext<ApiClient | undefined>(undefined);

export const ApiProvider = ApiContext;

export const useApi = (): ApiClient => {
  const api = use(ApiContext);
  if (api === undefined) throw new Error('ApiProvider is missing');
  return api;
};
