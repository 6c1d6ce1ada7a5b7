import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { CopyButton } from './copy-button.js';

const FIRST_LINES = 120;
const TOKEN = /("(?:\\.|[^"\\])*"(?=\s*:))|("(?:\\.|[^"\\])*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)/g;
const kinds = ['key', 'text', 'number', 'word'] as const;

const kindOf = (match: RegExpMatchArray): string =>
  `json-${kinds.find((_kind, index) => match[index + 1] !== undefined) ?? 'word'}`;

const Line = ({ text }: { readonly text: string }) => {
  const matches = [...text.matchAll(TOKEN)];
  const ends = matches.map((match) => match.index + match[0].length);
  return (
    <>
      {matches.map((match, index) => (
        <Fragment key={match.index}>
          {text.slice(ends[index - 1] ?? 0, match.index)}
          <span className={kindOf(match)}>{match[0]}</span>
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
};

/** A value as it is, coloured; a long one shows its beginning first. */
export const JsonView = ({ value, label }: { readonly value: unknown; readonly label: string }) => {
  const { page } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  const lines = text.split('\n');
  const shown = isWhole ? lines : lines.slice(0, FIRST_LINES);
  return (
    <div className="json">
      <div className="json-copy">
        <CopyButton value={text} />
      </div>
      <pre className="mono" tabIndex={0} aria-label={label}>
        {shown.map((line, index) => (
          <Fragment key={index}>
            <Line text={line} />
            {'\n'}
          </Fragment>
        ))}
      </pre>
      {shown.length < lines.length ? (
        <Button variant="subtle" onClick={() => setIsWhole(true)}>
          {`${page.showAll}: ${page.lines(lines.length)}`}
        </Button>
      ) : null}
    </div>
  );
};
