import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { CopyButton } from './copy-button.js';
import { faultOf, type ShownFault } from './fault-of.js';

interface FaultTextProps {
  readonly fault: ShownFault;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** What happened, what to do, the code to copy; the technical text one click away. */
export const FaultText = ({ fault, title, children }: FaultTextProps) => {
  const { page } = useTexts();
  return (
    <div className="fault" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div className="fault-words">
        {title === undefined ? null : <strong>{title}</strong>}
        <p>{fault.sentence}</p>
        {fault.errors === undefined ? null : (
          <ul>
            {fault.errors.map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ul>
        )}
        <div className="fault-code">
          <code className="mono">{fault.code}</code>
          <CopyButton value={fault.code} label={page.copyCode} />
        </div>
        {fault.technical === undefined ? null : (
          <details>
            <summary>{page.technical}</summary>
            <pre className="mono">{fault.technical}</pre>
          </details>
        )}
        {children}
      </div>
    </div>
  );
};

interface FaultBoxProps {
  readonly error: unknown;
  readonly title?: string;
  readonly retry?: () => void;
}

export const FaultBox = ({ error, title, retry }: FaultBoxProps) => {
  const texts = useTexts();
  return (
    <FaultText fault={faultOf(error, texts)} title={title ?? texts.page.faultTitle}>
      {retry === undefined ? null : (
        <Button variant="default" onClick={retry} mt={8}>
          {texts.page.retry}
        </Button>
      )}
    </FaultText>
  );
};
