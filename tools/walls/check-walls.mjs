// Holds the code against the walls, and every project against its tags.
import { existsSync, readFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { pairs } from './pairs.mjs';
import { forbidden, options } from './rules.mjs';

/** What is wrong between these folders, one line each. */
export const findBreaches = async (folders) => {
  const { output } = await cruise(folders, { ...options, validate: true, ruleSet: { forbidden } });
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
};

/** Every project carries a layer and a place to run; one without is an error, so that none slips past the walls. */
export const findUntagged = () =>
  Object.keys(pairs).flatMap((room) => {
    const { nx } = JSON.parse(readFileSync(`${room}/package.json`, 'utf8'));
    const tags = nx?.tags ?? [];
    const isTagged =
      tags.some((tag) => /^layer:[0-4]$/.test(tag)) &&
      tags.some((tag) => /^runs:(anywhere|node|browser|workflow)$/.test(tag));
    return isTagged ? [] : [`${room}/package.json has no layer: and runs: tags`];
  });

const folders = Object.keys(pairs).filter((room) => existsSync(room));
if (process.argv[1]?.endsWith('check-walls.mjs')) {
  const found = [...findUntagged(), ...(await findBreaches([...new Set(folders.map((room) => room.split('/')[0]))]))];
  for (const line of found) console.error(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}
