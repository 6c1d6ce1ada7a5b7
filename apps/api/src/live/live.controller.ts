import { Controller, Inject, Sse, type MessageEvent } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { LiveEvent } from '@potok/contracts';
import { interval, map, merge, Observable, takeUntil, timer } from 'rxjs';
import { TheHere, type Here } from '../identity/caller.js';
import { LISTENER } from '../server/tokens.js';
import { PostgresListener } from './postgres-listener.js';

const HEARTBEAT_MS = 15_000;
/** Then the browser connects anew and is let in anew: a session that has ended hears no more. */
const LONGEST_MS = 10 * 60_000;

@ApiTags('live')
@ApiParam({ name: 'ws' })
@Controller('workspaces/:ws/live')
export class LiveController {
  constructor(@Inject(LISTENER) private readonly listener: PostgresListener) {}

  @Sse()
  @ApiProduces('text/event-stream')
  live(@TheHere() { workspaceId }: Here): Observable<MessageEvent> {
    const events = new Observable<MessageEvent>((subscriber) =>
      this.listener.hear('live', (payload) => {
        const event = readLive(payload, workspaceId);
        if (event !== undefined) subscriber.next({ data: event });
      }),
    );
    const beats = merge(timer(0), interval(HEARTBEAT_MS)).pipe(map(() => ({ type: 'heartbeat', data: '' })));
    return merge(events, beats).pipe(takeUntil(timer(LONGEST_MS)));
  }
}

/** Only of this workspace; what cannot be read is nobody's. */
const readLive = (payload: string, workspaceId: string): LiveEvent | undefined => {
  try {
    const { workspaceId: of, kind, id, runId } = JSON.parse(payload) as LiveEvent & { workspaceId: string };
    return of === workspaceId ? { kind, id, ...(runId === undefined ? {} : { runId }) } : undefined;
  } catch {
    return undefined;
  }
};
