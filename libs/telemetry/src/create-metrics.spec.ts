import { expect, it } from '@jest/globals';
import { createMetrics } from './create-metrics.js';

it('exposes counters and gauges as text', () => {
  const metrics = createMetrics();
  metrics.counter('potok_sends_total', 'Documents sent').add(1, { system: 'diadoc' });
  metrics.counter('potok_sends_total', 'Documents sent').add(2, { system: 'diadoc' });
  metrics.gauge('potok_waiting', 'Runs that wait').set(3);
  metrics.gauge('potok_waiting', 'Runs that wait').set(1);
  expect(metrics.expose()).toBe(
    [
      '# HELP potok_sends_total Documents sent',
      '# TYPE potok_sends_total counter',
      'potok_sends_total{system="diadoc"} 3',
      '# HELP potok_waiting Runs that wait',
      '# TYPE potok_waiting gauge',
      'potok_waiting 1',
      '',
    ].join('\n'),
  );
});

it('escapes label values', () => {
  const metrics = createMetrics();
  metrics.counter('c', 'h').add(1, { b: 'x"y\\z\n', a: '1' });
  expect(metrics.expose()).toContain('c{a="1",b="x\\"y\\\\z\\n"} 1');
});
