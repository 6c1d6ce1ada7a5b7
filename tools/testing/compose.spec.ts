import { expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { optionalVariables, requiredVariables, type Role } from '@potok/config';

interface Service {
  readonly build?: { readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};

const given = (service: string) =>
  Object.keys(compose.services[service]?.environment ?? {}).map((name) => name.replace(/_FILE$/, ''));

const scriptsOf = (folder: string) => {
  const { scripts = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { scripts?: object };
  return Object.keys(scripts);
};

it.each<[string, Role]>([
  ['api', 'api'],
  ['worker', 'worker'],
  ['migrate', 'migrate'],
])('gives %s every variable that it demands, and none that it does not know', (service, role) => {
  expect(given(service)).toEqual(expect.arrayContaining([...requiredVariables(role)]));
  const known: readonly string[] = [...requiredVariables(role), ...optionalVariables(role)];
  expect(given(service).filter((name) => !known.includes(name))).toEqual([]);
});

it('takes every secret from a file that exists in its list', () => {
  for (const [name, { environment = {}, secrets = [] }] of Object.entries(compose.services)) {
    const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'));
    for (const file of files)
      expect([name, secrets]).toEqual([name, expect.arrayContaining([file.replace('/run/secrets/', '')])]);
    for (const secret of secrets) expect(compose.secrets[secret]?.file).toBe(`deploy/secrets/${secret}`);
  }
});

it('builds its images by scripts and files that are there', () => {
  for (const { build } of Object.values(compose.services)) {
    if (build === undefined) continue;
    const dockerfile = readFileSync(build.dockerfile, 'utf8');
    for (const [, script = '', workspace = ''] of dockerfile.matchAll(/npm run (\S+) -w @potok\/(\S+)/g))
      expect(scriptsOf(`apps/${workspace}`)).toContain(script);
    for (const [, file = ''] of dockerfile.matchAll(/^COPY (deploy\S+)/gm)) expect(existsSync(file)).toBe(true);
  }
});

it('gives pages the same rules of safety behind the web container as from the API', () => {
  const ours = [...readFileSync('apps/api/src/web/register-web.ts', 'utf8').matchAll(/`([a-z]+-[a-z-]+ '.*)`,/g)];
  const policy = ours.map(([, rule]) => rule).join('; ');
  expect(policy).toContain("default-src 'self'; ");
  const nginx = readFileSync('deploy/web.nginx.conf', 'utf8');
  expect(nginx).toContain(`content-security-policy "${policy}"`);
  expect(nginx).toContain(`content-security-policy "default-src 'none'; script-src 'self' 'unsafe-eval'"`);
});

it('writes no secret into the file itself', () => {
  const text = readFileSync('docker-compose.yml', 'utf8');
  expect(text).not.toMatch(/postgres:\/\/[^\s]*:[^\s]*@/);
  expect(text).not.toMatch(/PASSWORD: /);
});
