export type StandInId = 'diadoc' | 'bitrix24' | 'onec';
