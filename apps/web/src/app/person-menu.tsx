import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LANGUAGES } from './texts/language.js';
import { useSpeech } from './texts/use-texts.js';
import { useApi } from './use-api.js';
import { useHere } from './use-workspace.js';

const THEMES = ['light', 'dark', 'auto'] as const;

const Tick = ({ is }: { readonly is: boolean }) => (is ? <IconCheck size={14} /> : null);

const useSignOut = () => {
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await api.send('POST', '/sign-out').catch(() => undefined);
    client.clear();
    await navigate({ to: '/sign-in' });
  };
};

/** Person, theme and language at the bottom of the rail. */
export const PersonMenu = () => {
  const { texts, language, speak } = useSpeech();
  const { session } = useHere();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const client = useQueryClient();
  const { frame } = texts;
  return (
    <Menu width={220} position="top-start">
      <Menu.Target>
        <UnstyledButton className="person" aria-label={session.user.name}>
          <IconUserCircle size={20} stroke={1.5} aria-hidden />
          <span className="rail-word">{session.user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{frame.theme}</Menu.Label>
        {THEMES.map((name) => (
          <Menu.Item key={name} onClick={() => setColorScheme(name)} rightSection={<Tick is={colorScheme === name} />}>
            {frame.themes[name]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{frame.language}</Menu.Label>
        {LANGUAGES.map((name) => (
          <Menu.Item
            key={name}
            onClick={() => {
              // Sentences of faults and names of nodes come from the API in the caller's language.
              void speak(name).then(() =>
                client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
              );
            }}
            rightSection={<Tick is={language === name} />}
          >
            {frame.languages[name]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={14} />} onClick={() => void signOut()}>
          {frame.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
