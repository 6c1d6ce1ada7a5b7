import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { IsOnLine } from './is-on-line.js';
import { useLive } from './live.js';
import { Palette } from './frame-dialogs.js';
import { PersonMenu } from './person-menu.js';
import { PhoneBar } from './phone-bar.js';
import { RailLinks } from './rail-links.js';
import { useTexts } from './texts/use-texts.js';
import { HereProvider } from './use-workspace.js';
import { WorkspaceSwitch } from './workspace-switch.js';

interface RailProps {
  readonly isFolded: boolean;
  readonly onFold: () => void;
  readonly onSearch: () => void;
}

const Rail = ({ isFolded, onFold, onSearch }: RailProps) => {
  const { frame } = useTexts();
  const label = isFolded ? frame.unfold : frame.fold;
  return (
    <nav className={isFolded ? 'rail folded' : 'rail'} aria-label={frame.navigation}>
      <WorkspaceSwitch />
      <UnstyledButton className="rail-search" onClick={onSearch} aria-label={frame.search}>
        <IconSearch size={16} aria-hidden />
        <span className="rail-word">{frame.search}</span>
        <Kbd size="xs" className="rail-word">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <RailLinks isFolded={isFolded} />
      <div className="rail-foot">
        <PersonMenu />
        <Tooltip label={label} position="right">
          <ActionIcon variant="subtle" color="gray" onClick={onFold} aria-label={label}>
            {isFolded ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
};

const Inside = () => {
  const { here } = getRouteApi('/w/$ws').useRouteContext();
  const { frame } = useTexts();
  const [isFolded, setIsFolded] = useLocalStorage({ key: 'potok.rail.folded', defaultValue: false });
  const [isSearching, search] = useDisclosure(false);
  const isOnLine = useLive(here.workspace.id);
  useHotkeys([['mod+K', search.open]], [], true);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {frame.skipToContent}
      </a>
      <Rail isFolded={isFolded} onFold={() => setIsFolded(!isFolded)} onSearch={search.open} />
      <main id="content" tabIndex={-1}>
        <IsOnLine is={isOnLine} />
        <Outlet />
      </main>
      <PhoneBar onSearch={search.open} />
      {isSearching ? <Palette onClose={search.close} /> : null}
    </div>
  );
};

export const Frame = () => {
  const { here } = getRouteApi('/w/$ws').useRouteContext();
  return (
    <HereProvider value={here}>
      <Inside key={here.workspace.id} />
    </HereProvider>
  );
};
