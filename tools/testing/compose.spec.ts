import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { optionalVariables, requiredVariables, type Role } from '@potok/config';

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};

const given = (service: string) =>
  Object.keys(compose.services[service]?.environment ?? {}).map((name) => name.replace(/_FILE$/, ''));

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

it('writes no secret into the file itself', () => {
  const text = readFileSync('docker-compose.yml', 'utf8');
  expect(text).not.toMatch(/postgres:\/\/[^\s]*:[^\s]*@/);
  expect(text).not.toMatch(/PASSWORD: /);
});
