import { NodeFault, type OrganizationProfile } from '@potok/contracts';
import { checkTitle, checkUpd, type UpdModel } from '@potok/documents';

interface Found {
  readonly code: string;
  readonly field: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The rules of business. Throws the first thing that is wrong (invalid), with all of them under `findings`. */
export const demandRules = (model: UpdModel, { taxRegime }: OrganizationProfile): void => {
  const found = checkUpd(model, { today: model.date, taxRegime });
  throwFirst(
    found.filter(({ severity }) => severity === 'error'),
    'invalid',
  );
};

/** Our own schema of the format. What passes the rules and fails here is a mistake of ours. */
export const demandSchema = async (bytes: Uint8Array): Promise<void> => {
  throwFirst(await checkTitle(bytes, 'upd-seller'), 'broken');
};

const throwFirst = (found: readonly Found[], kind: 'invalid' | 'broken'): void => {
  const [first] = found;
  if (first === undefined) return;
  const findings = found.slice(0, 50).map(({ code, field, facts }) => ({ code, field, facts }));
  throw new NodeFault(kind, first.code, { facts: { ...first.facts, field: first.field, findings } });
};
