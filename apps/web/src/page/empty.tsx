import type { ReactNode } from 'react';

/** One sentence of what will be here, one action, a small picture of lines. */
export const Empty = ({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) => (
  <div className="empty">
    <svg width="96" height="56" viewBox="0 0 96 56" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
      <rect x="1" y="18" width="26" height="20" rx="4" />
      <rect x="69" y="2" width="26" height="20" rx="4" />
      <rect x="69" y="34" width="26" height="20" rx="4" strokeDasharray="3 3" />
      <path d="M27 28h14a6 6 0 0 0 6-6v-4a6 6 0 0 1 6-6h16M41 28a6 6 0 0 1 6 6v4a6 6 0 0 0 6 6h16" />
    </svg>
    <p>{children}</p>
    {action}
  </div>
);
