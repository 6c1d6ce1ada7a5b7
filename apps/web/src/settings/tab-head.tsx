import type { ReactNode } from 'react';

/** What the tab is about, in a line, and its one main action at the right. */
export const TabHead = ({ about, action }: { readonly about: string; readonly action: ReactNode }) => (
  <div className="tab-head">
    <p className="dim">{about}</p>
    {action}
  </div>
);
