// What the hand does on the canvas, frame after frame; these functions run in the page.

/** Zooms as the wheel does, upon the middle of the canvas. */
export const zoomTo = (page, zoom) =>
  page.evaluate(async (wanted) => {
    const pane = document.querySelector('.react-flow__pane');
    const view = document.querySelector('.react-flow__viewport');
    const box = pane.getBoundingClientRect();
    const now = () => new DOMMatrix(getComputedStyle(view).transform).a;
    for (let turn = 0; turn < 40 && Math.abs(now() / wanted - 1) > 0.01; turn += 1) {
      const deltaY = Math.max(-400, Math.min(400, -Math.log2(wanted / now()) / 0.002));
      const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      pane.dispatchEvent(
        new WheelEvent('wheel', { ...at, deltaY, ctrlKey: true, bubbles: true, cancelable: true, view: window }),
      );
      await new Promise((done) => setTimeout(done, 60));
    }
    return now();
  }, zoom);

/** Drags the step nearest to the middle in a circle, one move a frame, and says how long the frames took. */
export const dragInCircle = (page, frames) =>
  page.evaluate(async (count) => {
    const canvas = document.querySelector('.react-flow').getBoundingClientRect();
    const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
    const far = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
    };
    const [node] = [...document.querySelectorAll('.react-flow__node-step')].sort((a, b) => far(a) - far(b));
    const box = node.getBoundingClientRect();
    const start = { x: box.x + box.width / 2, y: box.y + box.height / 3 };
    const fire = (target, kind, { x, y }) =>
      target.dispatchEvent(
        new MouseEvent(kind, {
          ...{ clientX: x, clientY: y, button: 0, buttons: kind === 'mouseup' ? 0 : 1 },
          ...{ bubbles: true, cancelable: true, view: window },
        }),
      );
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    fire(node, 'mousedown', start);
    const times = [];
    let before = await frame();
    for (let at = 0; at < count; at += 1) {
      const angle = (at / 45) * 2 * Math.PI;
      fire(window, 'mousemove', { x: start.x + 90 * Math.sin(angle), y: start.y + 90 * (1 - Math.cos(angle)) });
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    fire(window, 'mouseup', start);
    return { times, moved: node.style.transform };
  }, frames);

/** Types so many letters into the field that has the keyboard; how long each took until it was drawn. */
export const typeAndSee = async (page, letters) => {
  await page.evaluate(() => {
    globalThis.keysSeen = [];
    addEventListener(
      'keydown',
      () => {
        const from = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => globalThis.keysSeen.push(performance.now() - from);
          port2.postMessage(undefined);
        });
      },
      { capture: true },
    );
  });
  for (const letter of letters) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(80);
  }
  return page.evaluate(() => globalThis.keysSeen);
};

/** Presses a combination of keys so many times, one a task. */
export const pressMany = (page, keys, times) =>
  page.evaluate(
    async ({ keys: list, times: count }) => {
      const target = document.querySelector('.react-flow');
      for (let at = 0; at < count; at += 1) {
        for (const key of list)
          target.dispatchEvent(
            new KeyboardEvent('keydown', { ...key, ctrlKey: true, bubbles: true, cancelable: true }),
          );
        await new Promise((done) => setTimeout(done));
      }
    },
    { keys, times },
  );

/** How often a function of the built page is called meanwhile: the smallest one that has these words in it. */
export const callsOf = async ({ cdp }, words, act) => {
  await cdp.send('Profiler.enable');
  await cdp.send('Debugger.enable');
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await act();
  const { result } = await cdp.send('Profiler.takePreciseCoverage');
  let found;
  for (const { scriptId, functions } of result) {
    const { scriptSource } = await cdp
      .send('Debugger.getScriptSource', { scriptId })
      .catch(() => ({ scriptSource: '' }));
    for (const { ranges } of functions) {
      const [{ startOffset, endOffset, count }] = ranges;
      const text = scriptSource.slice(startOffset, endOffset);
      const size = endOffset - startOffset;
      if (words.every((word) => text.includes(word)) && (found === undefined || size < found.size))
        found = { size, count };
    }
  }
  await cdp.send('Profiler.stopPreciseCoverage');
  await cdp.send('Profiler.disable');
  await cdp.send('Debugger.disable');
  return found?.count;
};
