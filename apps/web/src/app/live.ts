import type { LiveEvent } from '@potok/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { News } from './news.js';

const PATIENCE_MS = 8000;

const KINDS: readonly LiveEvent['kind'][] = ['run', 'step', 'document', 'delivery', 'scenario'];

const parsed = (data: unknown): LiveEvent | undefined => {
  try {
    const event = JSON.parse(String(data)) as LiveEvent;
    return KINDS.includes(event.kind) ? event : undefined;
  } catch {
    return undefined;
  }
};

/** Listens to the workspace's events and lets what they concern be read again. `false` while the line is cut. */
export const useLive = (workspaceId: string): boolean => {
  const client = useQueryClient();
  const [isOnLine, setIsOnLine] = useState(true);
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined;
    const news = new News(client, workspaceId);
    const source = new EventSource(`/api/workspaces/${workspaceId}/live`);
    let wasCut = false;
    let cut: ReturnType<typeof setTimeout> | undefined;
    source.onmessage = ({ data }) => {
      const event = parsed(data);
      if (event !== undefined) news.take(event);
    };
    source.onerror = () => {
      wasCut = true;
      // The API ends each line after a while on purpose; the browser opens the next one by itself.
      cut ??= setTimeout(() => setIsOnLine(false), PATIENCE_MS);
    };
    source.onopen = () => {
      clearTimeout(cut);
      cut = undefined;
      setIsOnLine(true);
      // Events of the time without a line are lost: all is read again.
      if (wasCut) void client.invalidateQueries({ queryKey: [workspaceId] });
      wasCut = false;
    };
    return () => {
      source.close();
      clearTimeout(cut);
      news.stop();
    };
  }, [client, workspaceId]);
  return isOnLine;
};
