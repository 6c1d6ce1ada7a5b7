import type { DocumentView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { formatDay } from '../format/dates.js';
import { formatMoney } from '../format/money.js';
import { Moment } from '../format/moment.js';
import type { Column } from '../page/data-table.js';
import { DocumentState } from '../states/states.js';
import { TrialMark } from '../states/trial-mark.js';
import { isOver, kindName } from './named.js';
import { TestMark } from './test-mark.js';

export const documentColumns = (texts: Texts, language: Language): readonly Column<DocumentView>[] => [
  {
    key: 'number',
    title: texts.documents.number,
    width: '170px',
    phone: 'lead',
    cell: (document) => (
      <span className="document-number">
        <strong className={isOver(document) ? 'struck' : ''}>
          {texts.documents.named(kindName(document.kind, texts), document.number)}
        </strong>
        {document.isTrial ? <TrialMark /> : null}
        {document.isTestSignature ? <TestMark isShort /> : null}
      </span>
    ),
  },
  { key: 'date', title: texts.documents.date, width: '110px', cell: ({ date }) => formatDay(date) },
  {
    key: 'counterparty',
    title: texts.documents.counterparty,
    cell: ({ counterparty }) => (
      <span className="two">
        <span>{counterparty.name}</span>
        <small>{texts.runs.inn(counterparty.inn)}</small>
      </span>
    ),
  },
  {
    key: 'total',
    title: texts.documents.total,
    width: '150px',
    align: 'right',
    cell: ({ total }) => <strong>{formatMoney(total, language)}</strong>,
  },
  {
    key: 'state',
    title: texts.documents.state,
    width: '270px',
    cell: (document) => <DocumentState document={document} />,
  },
  {
    key: 'updated',
    title: texts.scenarios.updated,
    width: '130px',
    align: 'right',
    phone: 'hide',
    cell: ({ updatedAt }) => <Moment at={updatedAt} />,
  },
];
