import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';

/** Two looks at the same runs: one after the other, and by what they wait for. */
export const RunsTabs = () => {
  const { runs, waits } = useTexts();
  const { id: ws } = useWorkspace();
  return (
    <nav className="page-tabs" aria-label={runs.title}>
      <Link to="/w/$ws/runs" params={{ ws }} activeOptions={{ includeSearch: false }}>
        {runs.all}
      </Link>
      <Link to="/w/$ws/waits" params={{ ws }} activeOptions={{ includeSearch: false }}>
        {waits.title}
      </Link>
    </nav>
  );
};
