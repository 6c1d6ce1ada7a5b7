import { Drawer, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { PersonMenu } from './person-menu.js';
import { RailLinks } from './rail-links.js';
import { useTexts } from './texts/use-texts.js';
import { WorkspaceSwitch } from './workspace-switch.js';

export interface PhoneMenuProps {
  readonly onSearch: () => void;
  readonly onClose: () => void;
}

/** All of the rail, for a phone. */
export const PhoneMenu = ({ onSearch, onClose }: PhoneMenuProps) => {
  const { frame } = useTexts();
  return (
    <Drawer opened onClose={onClose} title={<WorkspaceSwitch />} size="100%" position="right">
      <div className="phone-menu">
        <UnstyledButton
          className="rail-search"
          onClick={() => {
            onClose();
            onSearch();
          }}
        >
          <IconSearch size={18} aria-hidden />
          {frame.search}
        </UnstyledButton>
        <RailLinks onGone={onClose} />
        <PersonMenu />
      </div>
    </Drawer>
  );
};
