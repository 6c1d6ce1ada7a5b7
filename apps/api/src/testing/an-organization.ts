import type { Member } from './start-api.js';

/** What a form sends. ИНН and ОГРН have true check digits. */
export const anOrganization = (over: object = {}) => ({
  kind: 'legal',
  name: 'ООО «Ромашка»',
  inn: '7736207543',
  kpp: '773601001',
  taxRegime: 'osno',
  ...over,
});

export const addOrganization = async (member: Member, over: object = {}): Promise<string> => {
  const answer = await member.call('POST', 'organizations', anOrganization(over));
  return answer.json<{ id: string }>().id;
};
