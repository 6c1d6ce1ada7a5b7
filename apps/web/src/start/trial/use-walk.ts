import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';

const STEP_MS = 900;

/** Counts up to `all`, a step at a time; at once where motion is not wanted. */
export const useWalk = (all: number) => {
  const isStill = useReducedMotion(false, { getInitialValueInEffect: false });
  const [count, setCount] = useState(0);
  const shown = isStill ? all : Math.min(count, all);
  useEffect(() => {
    if (shown >= all) return undefined;
    const timer = setTimeout(() => setCount((now) => now + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [shown, all]);
  return { shown, isAtEnd: shown >= all, skip: () => setCount(all), again: () => setCount(0) };
};
