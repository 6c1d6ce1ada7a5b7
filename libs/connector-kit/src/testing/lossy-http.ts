import { NodeFault, type HttpService } from '@potok/contracts';

type Order = Parameters<HttpService['request']>[0];

/** A line that can lose an answer: the call is made and does its work, its answer never comes back. */
export class LossyHttp implements HttpService {
  private matches: ((order: Order) => boolean) | undefined;

  constructor(private readonly line: HttpService) {}

  /** Loses the answer of the next call that matches, once. */
  loseNext(matches: (order: Order) => boolean): void {
    this.matches = matches;
  }

  async request(order: Order): ReturnType<HttpService['request']> {
    const answer = await this.line.request(order);
    if (this.matches?.(order) !== true) return answer;
    this.matches = undefined;
    throw new NodeFault('unavailable', 'NETWORK_FAILED', { facts: { reason: 'ANSWER_LOST' } });
  }
}
