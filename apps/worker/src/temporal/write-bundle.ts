import { renameSync, writeFileSync } from 'node:fs';
import { BUNDLE_FILE, bundleWorkflows } from './bundle-workflows.js';

const part = `${BUNDLE_FILE}.${process.pid}.part`;
writeFileSync(part, await bundleWorkflows());
renameSync(part, BUNDLE_FILE);
