// What a page brings over the line the first time, by kind, and its biggest files.
const KINDS = { Script: 'script', Stylesheet: 'style', Font: 'font', Document: 'page' };

/** Everything of the product itself that pages ask for, with an empty cache; what the API answers is not counted. */
export const loadOf = async (context, urls) => {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const files = new Map();
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (KINDS[type] !== undefined) files.set(requestId, { kind: KINDS[type], name: new URL(response.url).pathname });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file !== undefined) file.bytes = encodedDataLength;
  });
  for (const [at, url] of urls.entries()) {
    if (at === 0) await page.goto(url);
    else
      await page.evaluate((to) => {
        history.pushState(undefined, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, url);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.waitForTimeout(1500);
  }
  await page.close();
  const loaded = new Map([...files.values()].map((file) => [file.name, file]));
  return [...loaded.values()].filter(({ bytes }) => bytes !== undefined).sort((a, b) => b.bytes - a.bytes);
};

export const kilobytesOf = (files, ...kinds) =>
  files.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
