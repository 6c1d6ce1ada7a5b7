const withoutPassword = (address) => {
  const url = new URL(address);
  url.password = '';
  return url.toString();
};

/** The one table that the launcher prints. */
export const table = (stack) => {
  const rows = [
    ['Поток', stack.publicUrl],
    ...stack.demo.users.map(({ email, password }, at) => [
      at === 0 ? 'Вход' : 'Второй человек',
      `${email} / ${password}`,
    ]),
    ['Песочница', stack.sandboxUrl],
    ['API', `${stack.publicUrl}/api/openapi.json`],
    ['Токен API', stack.demo.apiToken],
    ...Object.entries(stack.demo.webhooks).map(([name, url]) => [`Вебхук ${name}`, url]),
    ['Temporal', stack.temporalAddress],
    ['PostgreSQL', withoutPassword(stack.databaseUrl)],
    ['Журналы', stack.logs],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = '─'.repeat(width + 4 + Math.max(...rows.map(([, value]) => value.length)));
  return ['', line, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), line].join('\n');
};
