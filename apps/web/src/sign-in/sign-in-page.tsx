import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { SessionView } from '@potok/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useEffect, useState } from 'react';
import { sessionQuery } from '../app/session.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { FaultText } from '../page/fault-box.js';
import { faultOf } from '../page/fault-of.js';

const useSignIn = () => {
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = getRouteApi('/sign-in').useSearch();
  return useMutation({
    mutationFn: (order: { readonly email: string; readonly password: string }) =>
      api.send<SessionView>('POST', '/sign-in', order),
    onSuccess: async (session) => {
      api.trust(session.csrfToken);
      client.setQueryData(sessionQuery(api).queryKey, session);
      await navigate({ href: to ?? '/' });
    },
  });
};

interface Missing {
  readonly email: boolean;
  readonly password: boolean;
}

export const SignInPage = () => {
  const texts = useTexts();
  const { signIn, frame } = texts;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<Missing>({ email: false, password: false });
  const entering = useSignIn();
  useEffect(() => {
    document.title = signIn.title;
  }, [signIn.title]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const next = { email: email.trim() === '', password: password === '' };
    setMissing(next);
    if (!next.email && !next.password) entering.mutate({ email: email.trim(), password });
  };
  return (
    <main className="sign-in">
      <form className="card" onSubmit={submit} noValidate>
        <div className="sign-in-mark">
          <img src="/icon.svg" width={32} height={32} alt="" />
          <span>{frame.product}</span>
        </div>
        <h1>{signIn.title}</h1>
        <Stack gap={12}>
          <TextInput
            label={signIn.email}
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={missing.email ? signIn.emailMissing : undefined}
          />
          <PasswordInput
            label={signIn.password}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={missing.password ? signIn.passwordMissing : undefined}
          />
          {entering.error === null ? null : <FaultText fault={faultOf(entering.error, texts)} />}
          <Button type="submit" loading={entering.isPending} fullWidth mt={4}>
            {signIn.enter}
          </Button>
        </Stack>
      </form>
    </main>
  );
};
