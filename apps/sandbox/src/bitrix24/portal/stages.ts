export interface Stage {
  readonly id: string;
  readonly statusId: string;
  readonly name: string;
  readonly sort: string;
  readonly color: string;
  /** P going on, S won, F lost. */
  readonly semantics: 'P' | 'S' | 'F';
  readonly isSystem: boolean;
}

/** Where a deal goes back to when its documents cannot be made. */
export const DOCUMENTS_FAULT_STAGE = 'UC_DOCFAULT';

/** Stages of the common pipeline (CATEGORY_ID 0), dictionary DEAL_STAGE. */
export const dealStages: readonly Stage[] = [
  { id: '101', statusId: 'NEW', name: 'Новая', sort: '10', color: '#39A8EF', semantics: 'P', isSystem: true },
  {
    id: '103',
    statusId: 'PREPARATION',
    name: 'Подготовка документов',
    sort: '20',
    color: '#2FC6F6',
    semantics: 'P',
    isSystem: false,
  },
  { id: '107', statusId: 'EXECUTING', name: 'В работе', sort: '40', color: '#47E4C2', semantics: 'P', isSystem: false },
  {
    id: '117',
    statusId: DOCUMENTS_FAULT_STAGE,
    name: 'Документы: ошибка',
    sort: '45',
    color: '#FFA900',
    semantics: 'P',
    isSystem: false,
  },
  { id: '111', statusId: 'WON', name: 'Сделка успешна', sort: '60', color: '#7BD500', semantics: 'S', isSystem: true },
  {
    id: '113',
    statusId: 'LOSE',
    name: 'Сделка провалена',
    sort: '70',
    color: '#FF5752',
    semantics: 'F',
    isSystem: true,
  },
];

export const findStage = (statusId: string): Stage | undefined =>
  dealStages.find((stage) => stage.statusId === statusId);
