export { createLogger, LOG_LEVELS, type Log, type LogLevel, type LoggerOptions } from './create-logger.js';
export { redact, type Facts } from './redact.js';
export { tellVitals, type Vitals } from './tell-vitals.js';
export { createMetrics, type Metrics, type Counter, type Gauge, type Labels } from './create-metrics.js';
