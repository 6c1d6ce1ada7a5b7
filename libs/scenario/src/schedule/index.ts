export { nextFireTime, type CronLine } from './next-fire-time.js';
