import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { FaultBox } from './fault-box.js';

interface Answer<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

export const Rows = ({ count = 6 }: { readonly count?: number }) => {
  const { page } = useTexts();
  return (
    <div className="skeletons" role="status" aria-label={page.loading}>
      {Array.from({ length: count }, (_row, index) => (
        <Skeleton key={index} height={20} width={`${90 - ((index * 17) % 40)}%`} />
      ))}
    </div>
  );
};

interface Props<T> {
  readonly answer: Answer<T>;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** Skeleton, fault with a way to try again, or the thing itself. */
export const Loaded = <T,>({ answer, rows, children }: Props<T>) => {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.error !== null && answer.error !== undefined)
    return <FaultBox error={answer.error} retry={() => void answer.refetch()} />;
  return <Rows {...(rows === undefined ? {} : { count: rows })} />;
};
