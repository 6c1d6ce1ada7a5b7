import { Tooltip } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useAttentionCount } from '../attention/attention-count.js';
import { isWithin, places } from './places.js';
import { useTexts } from './texts/use-texts.js';
import { useWorkspace } from './use-workspace.js';

interface Props {
  readonly isFolded?: boolean;
  readonly onGone?: () => void;
}

export const RailLinks = ({ isFolded = false, onGone }: Props) => {
  const { frame } = useTexts();
  const { id } = useWorkspace();
  const { pathname } = useLocation();
  const count = useAttentionCount();
  return (
    <ul className="rail-links">
      {places.map(({ key, to, icon: Sign }) => (
        <li key={key}>
          <Tooltip label={frame.places[key]} position="right" disabled={!isFolded}>
            <Link
              to={to}
              params={{ ws: id, tab: 'organizations' }}
              activeOptions={{ exact: false, includeSearch: false }}
              className={isWithin(key, pathname) ? 'active' : ''}
              onClick={onGone}
              aria-label={frame.places[key]}
            >
              <Sign size={18} stroke={1.75} aria-hidden />
              <span className="rail-word">{frame.places[key]}</span>
              {key === 'attention' && count !== undefined && count !== '0' ? (
                <span className="rail-count num">{count}</span>
              ) : null}
            </Link>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
};
