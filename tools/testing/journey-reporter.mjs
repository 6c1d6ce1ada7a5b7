// A failed journey on another machine is understood from its output alone: the end of the stack's logs follows it. A passed one says nothing.
import { readFileSync } from 'node:fs';
import { logTails } from './log-tails.mjs';

const logsOfStack = () => JSON.parse(readFileSync(process.env.POTOK_STACK, 'utf8')).logs;

export default class JourneyReporter {
  /** Files whose logs were shown at the moment of a failure. */
  #shown = new Set();

  onTestCaseResult(test, { status, fullName }) {
    if (status === 'failed') this.#show(test.path, fullName);
  }

  /** A file may fail outside any of its tests: in what it prepares, or before it is loaded. */
  onTestResult(test, { numFailingTests, testExecError }) {
    const isFailed = numFailingTests > 0 || testExecError !== undefined;
    if (isFailed && !this.#shown.has(test.path)) this.#show(test.path, test.path);
  }

  #show(path, title) {
    this.#shown.add(path);
    try {
      process.stderr.write(`\nThe stack when «${title}» failed:\n${logTails(logsOfStack())}\n\n`);
    } catch (error) {
      process.stderr.write(`\nThe stack's logs cannot be read: ${error.message}\n`);
    }
  }
}
