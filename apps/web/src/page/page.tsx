import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly title: string;
  readonly heading?: ReactNode;
  readonly about?: ReactNode;
  readonly crumbs?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A place of the application: title, one line of what it is about, the main action at the right, then the content. */
export const PageFrame = ({ title, heading, about, crumbs, action, children }: Props) => {
  const { frame } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${frame.product}`;
  }, [title, frame.product]);
  return (
    <div className="page">
      {crumbs === undefined ? null : <nav className="crumbs">{crumbs}</nav>}
      <header className="page-head">
        <div className="page-title">
          <h1>{heading ?? title}</h1>
          {about === undefined ? null : <div className="page-about">{about}</div>}
        </div>
        {action === undefined ? null : <div className="page-action">{action}</div>}
      </header>
      {children}
    </div>
  );
};
