import type { LiveEvent } from '@potok/contracts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** News comes in bursts, a segment's steps at once: one reading for all of them. */
const GATHER_MS = 250;
const PATIENCE_MS = 8000;

/** What a piece of news makes old: first words of the cache's keys after the workspace. */
const stale: Readonly<Record<LiveEvent['kind'], readonly string[]>> = {
  run: ['runs', 'run', 'calls', 'scenarios'],
  step: ['run', 'step', 'calls'],
  document: ['documents', 'document', 'run'],
  delivery: ['deliveries', 'delivery'],
  scenario: ['scenarios', 'scenario', 'versions', 'presence'],
};

const parsed = (data: unknown): LiveEvent | undefined => {
  try {
    const event = JSON.parse(String(data)) as LiveEvent;
    return event.kind in stale ? event : undefined;
  } catch {
    return undefined;
  }
};

const gatherer = (client: QueryClient, workspaceId: string) => {
  const kinds = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const kind of kinds) void client.invalidateQueries({ queryKey: [workspaceId, kind] });
    kinds.clear();
  };
  return {
    take(event: LiveEvent) {
      stale[event.kind].forEach((kind) => kinds.add(kind));
      timer ??= setTimeout(flush, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
};

/** Listens to the workspace's events and lets what they concern be read again. `false` while the line is cut. */
export const useLive = (workspaceId: string): boolean => {
  const client = useQueryClient();
  const [isOnLine, setIsOnLine] = useState(true);
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined;
    const gather = gatherer(client, workspaceId);
    const source = new EventSource(`/api/workspaces/${workspaceId}/live`);
    let wasCut = false;
    let cut: ReturnType<typeof setTimeout> | undefined;
    source.onmessage = ({ data }) => {
      const event = parsed(data);
      if (event !== undefined) gather.take(event);
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
      gather.stop();
    };
  }, [client, workspaceId]);
  return isOnLine;
};
