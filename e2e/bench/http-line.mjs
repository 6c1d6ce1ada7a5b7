import { connect } from 'node:net';

const DEADLINE_MS = 60_000;

/** One kept-alive connection that posts JSON, as cheaply as it can be done: the bench shares its cores with what it measures. */
export const openLine = (url) => {
  const { hostname, port, pathname } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\ncontent-length: `;
  let socket;
  let settle;
  let heard = '';

  const end = (status) => {
    const done = settle;
    settle = undefined;
    heard = '';
    done?.(status);
  };
  const listen = (chunk) => {
    heard += chunk;
    const body = heard.indexOf('\r\n\r\n') + 4;
    if (body < 4) return;
    const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0);
    if (heard.length - body >= length) end(Number(heard.slice(9, 12)));
  };
  const connected = () => {
    if (socket !== undefined) return socket;
    const fresh = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1').setTimeout(DEADLINE_MS);
    const gone = () => {
      if (socket === fresh) socket = undefined;
      fresh.destroy();
      end(0);
    };
    fresh.on('data', listen).on('error', gone).on('timeout', gone).on('close', gone);
    socket = fresh;
    return fresh;
  };
  return {
    /** The answer's status; 0 when there was none. */
    post: (text) =>
      new Promise((done) => {
        settle = done;
        connected().write(`${head}${Buffer.byteLength(text)}\r\n\r\n${text}`);
      }),
    close: () => socket?.destroy(),
  };
};
