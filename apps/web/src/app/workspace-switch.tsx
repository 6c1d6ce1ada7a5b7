import { Menu, TextInput, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from './texts/use-texts.js';
import { useHere } from './use-workspace.js';

const SEARCH_FROM = 6;

const initialOf = (name: string): string =>
  name
    .replace(/[«»"]/g, '')
    .replace(/^(ООО|АО|ПАО|ИП)\s+/, '')
    .slice(0, 1);

export const WorkspaceSwitch = () => {
  const { frame } = useTexts();
  const { session, workspace } = useHere();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const found = session.workspaces.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
  return (
    <Menu width={260} position="bottom-start" onClose={() => setQuery('')}>
      <Menu.Target>
        <UnstyledButton className="workspace" aria-label={`${frame.workspace}: ${workspace.name}`}>
          <span className="workspace-letter" aria-hidden>
            {initialOf(workspace.name)}
          </span>
          <span className="rail-word">{workspace.name}</span>
          <IconChevronDown size={14} className="rail-word" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {session.workspaces.length < SEARCH_FROM ? null : (
          <TextInput
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            placeholder={frame.findWorkspace}
            aria-label={frame.findWorkspace}
            leftSection={<IconSearch size={14} />}
          />
        )}
        {found.map(({ id, name }) => (
          <Menu.Item
            key={id}
            rightSection={id === workspace.id ? <IconCheck size={14} /> : null}
            onClick={() => void navigate({ to: '/w/$ws/attention', params: { ws: id } })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
