// The same scenario by hand on Temporal: two activities and a signal, a front door and a worker in two processes. `front` or `worker`.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';

const [role, settings] = [process.argv[2], JSON.parse(process.argv[3])];
const QUEUE = 'hand-written';
const escaped = (text) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const xmlOf = (document) => {
  const lines = document.lines.map(
    (line, index) =>
      `<Line n="${index + 1}" name="${escaped(line.name)}" quantity="${line.quantity}" price="${line.price}" vat="${line.vatRate}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Document number="${escaped(document.number)}" date="${document.date}">${lines.join('')}</Document>`;
};
const deliver = async (url, body, headers) => {
  const answer = await fetch(url, { method: 'POST', body, headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
};

if (role === 'worker') {
  const connection = await NativeConnection.connect({ address: settings.temporal });
  const worker = await Worker.create({
    connection,
    namespace: settings.namespace,
    taskQueue: QUEUE,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('./workflow.mjs', import.meta.url)),
    }),
    activities: {
      send: (document, id) =>
        deliver(`${settings.outside}/operator`, xmlOf(document), {
          'content-type': 'application/xml',
          'x-callback-url': `${settings.front}/callbacks/${id}`,
          'x-document-id': document.id,
        }),
      post: (document) =>
        deliver(`${settings.outside}/accounting`, JSON.stringify(document), { 'content-type': 'application/json' }),
    },
  });
  process.stdout.write('ready\n');
  await worker.run();
} else {
  const client = new Client({
    connection: await Connection.connect({ address: settings.temporal }),
    namespace: settings.namespace,
  });
  const handle = async (request, body) => {
    const id = /^\/callbacks\/(.+)$/.exec(request.url)?.[1];
    if (id === undefined)
      await client.workflow.start('sendAndPost', {
        taskQueue: QUEUE,
        workflowId: randomUUID(),
        args: [JSON.parse(body)],
      });
    else await client.workflow.getHandle(id).signal('answered');
  };
  createServer((request, answer) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      handle(request, Buffer.concat(chunks).toString('utf8')).then(
        () => answer.writeHead(200).end('{}'),
        () => answer.writeHead(500).end('{}'),
      );
    });
  }).listen(settings.port, '127.0.0.1', () => process.stdout.write('ready\n'));
}
