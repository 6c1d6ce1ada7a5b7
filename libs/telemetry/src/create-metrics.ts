export type Labels = Readonly<Record<string, string>>;

/** Only grows: `sends.add(1, { system: 'diadoc' })`. */
export interface Counter {
  add(by?: number, labels?: Labels): void;
}
/** Goes up and down: `waiting.set(3)`. */
export interface Gauge {
  set(value: number, labels?: Labels): void;
}
export interface Metrics {
  /** Asking twice for one name gives the same counter. */
  counter(name: string, help: string): Counter;
  gauge(name: string, help: string): Gauge;
  /** Everything in the text format of Prometheus. */
  expose(): string;
}

interface Family {
  readonly kind: 'counter' | 'gauge';
  readonly help: string;
  readonly values: Map<string, number>;
}

/** Numbers of one process. Labels must be few: systems, kinds, outcomes; never an id. */
export const createMetrics = (): Metrics => {
  const families = new Map<string, Family>();
  const family = (name: string, made: Omit<Family, 'values'>): Family => {
    const found = families.get(name) ?? { ...made, values: new Map<string, number>() };
    families.set(name, found);
    return found;
  };
  return {
    counter: (name, help) => {
      const { values } = family(name, { kind: 'counter', help });
      return {
        add: (by = 1, labels = {}) => {
          const key = keyOf(labels);
          values.set(key, (values.get(key) ?? 0) + by);
        },
      };
    },
    gauge: (name, help) => {
      const { values } = family(name, { kind: 'gauge', help });
      return { set: (value, labels = {}) => void values.set(keyOf(labels), value) };
    },
    expose: () => [...families].map(([name, found]) => exposeFamily(name, found)).join(''),
  };
};

const exposeFamily = (name: string, { kind, help, values }: Family): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${kind}`,
    ...[...values].map(([key, value]) => `${name}${key} ${value}`),
    '',
  ].join('\n');

const keyOf = (labels: Labels): string => {
  const pairs = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};
