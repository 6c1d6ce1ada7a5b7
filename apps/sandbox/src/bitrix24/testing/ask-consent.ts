import { bitrixApp } from '../oauth/tokens.js';

/** A person lets the application in: the tokens that it is given. `url`: of the portal's stand-in. */
export const askConsent = async (
  url: string,
): Promise<{ readonly accessToken: string; readonly refreshToken: string }> => {
  const { clientId, clientSecret } = bitrixApp;
  const ask = new URLSearchParams({ client_id: clientId, state: 's', redirect_uri: 'https://potok.example/' });
  const consent = await fetch(`${url}/oauth/authorize/?${ask.toString()}`, { redirect: 'manual' });
  const code = new URL(consent.headers.get('location') ?? '', url).searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret, code };
  const granted = await fetch(`${url}/oauth/token/?${new URLSearchParams(form).toString()}`);
  const said = (await granted.json()) as { readonly access_token: string; readonly refresh_token: string };
  return { accessToken: said.access_token, refreshToken: said.refresh_token };
};
