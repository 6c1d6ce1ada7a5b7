import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';

const silent = () => undefined;

/** Where the build leaves the bundle. */
export const BUNDLE_FILE = fileURLToPath(new URL('../workflows.bundle.js', import.meta.url));

/** The workflows as one script. What holds no state of a run is evaluated once a worker, not once a run. */
export const bundleWorkflows = async (): Promise<string> => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(import.meta.resolve('@potok/workflows')),
    preloadModules: [
      import.meta.resolve('@potok/workflows/sandbox'),
      import.meta.resolve('@potok/scenario/interpreter'),
      import.meta.resolve('@potok/contracts/names'),
    ].map((url) => fileURLToPath(url)),
    logger: { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent },
  });
  return code;
};

/** What the build has made; made now where it has not. */
export const findBundle = async (): Promise<WorkflowBundleOption> =>
  existsSync(BUNDLE_FILE) ? { codePath: BUNDLE_FILE } : { code: await bundleWorkflows() };
