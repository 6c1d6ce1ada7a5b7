import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { PersonMenu } from './person-menu.js';
import { isWithin, phonePlaces, places } from './places.js';
import { RailLinks } from './rail-links.js';
import { useTexts } from './texts/use-texts.js';
import { useWorkspace } from './use-workspace.js';
import { WorkspaceSwitch } from './workspace-switch.js';

/** Below 760 px: four places under the thumb, the rest in a drawer. */
export const PhoneBar = ({ onSearch }: { readonly onSearch: () => void }) => {
  const { frame } = useTexts();
  const { id } = useWorkspace();
  const { pathname } = useLocation();
  const [isOpen, menu] = useDisclosure(false);
  return (
    <nav className="phone-bar" aria-label={frame.navigation}>
      {phonePlaces.map((key) => {
        const place = places.find((one) => one.key === key) ?? places[0];
        return (
          <Link
            key={key}
            to={place.to}
            params={{ ws: id, tab: 'organizations' }}
            className={isWithin(key, pathname) ? 'active' : ''}
          >
            <place.icon size={20} stroke={1.75} aria-hidden />
            {frame.shortPlaces[key]}
          </Link>
        );
      })}
      <UnstyledButton onClick={menu.open}>
        <IconMenu2 size={20} stroke={1.75} aria-hidden />
        {frame.shortPlaces.more}
      </UnstyledButton>
      <Drawer opened={isOpen} onClose={menu.close} title={<WorkspaceSwitch />} size="100%" position="right">
        <div className="phone-menu">
          <UnstyledButton
            className="rail-search"
            onClick={() => {
              menu.close();
              onSearch();
            }}
          >
            <IconSearch size={18} aria-hidden />
            {frame.search}
          </UnstyledButton>
          <RailLinks onGone={menu.close} />
          <PersonMenu />
        </div>
      </Drawer>
    </nav>
  );
};
