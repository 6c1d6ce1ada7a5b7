import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { PhoneMenu } from './frame-dialogs.js';
import { isWithin, phonePlaces, places } from './places.js';
import { useTexts } from './texts/use-texts.js';
import { useWorkspace } from './use-workspace.js';

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
      {isOpen ? <PhoneMenu onSearch={onSearch} onClose={menu.close} /> : null}
    </nav>
  );
};
