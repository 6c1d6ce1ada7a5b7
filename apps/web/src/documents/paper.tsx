import type { DocumentDetailView } from '@potok/contracts';
import type { UpdView } from '@potok/documents';
import { useTexts } from '../app/texts/use-texts.js';
import { Stamp } from './stamp.js';

type Row = UpdView['head'][number];

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <dl>
    {rows.map(({ label, value }) => (
      <div key={`${label}/${value}`}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** A column that no line fills is left out. */
const filled = ({ columns, rows }: UpdView['table']) =>
  columns.filter(({ key }) => rows.some((row) => (row[key] ?? '') !== ''));

const Lines = ({ table }: { readonly table: UpdView['table'] }) => {
  const { documents } = useTexts();
  const columns = filled(table);
  // On a phone the table is wider than the page: who has no pointer scrolls it by the arrows.
  return (
    <div className="paper-lines" role="region" aria-label={documents.lines} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" className={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ key, align }) => (
                <td key={key} className={align}>
                  {row[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Stamps = ({ document }: { readonly document: DocumentDetailView }) => (
  <footer>
    {document.titles
      .filter(({ isSigned, role }) => isSigned && (role === 'seller' || role === 'buyer'))
      .map((title) => (
        <Stamp key={title.sha256} title={title} isTest={document.isTestSignature} />
      ))}
  </footer>
);

/** The print form of a УПД with the stamps of its signatures, if it is a document already. Paper is light in every theme. */
export const Paper = ({ view, document }: { readonly view: UpdView; readonly document?: DocumentDetailView }) => {
  const { documents } = useTexts();
  return (
    <article className="paper" lang="ru" aria-label={view.title}>
      <header>
        <div>
          <h2>{view.title}</h2>
          {view.subtitle === undefined ? null : <p>{view.subtitle}</p>}
        </div>
        {view.status === undefined ? null : (
          <p className="paper-status">
            {documents.statusLabel}
            <strong>{view.status}</strong>
          </p>
        )}
      </header>
      <Rows rows={view.head} />
      <div className="paper-parties">
        {view.parties.map(({ title, rows }, index) => (
          <section key={`${title}/${index}`}>
            <h3>{title}</h3>
            <Rows rows={rows} />
          </section>
        ))}
      </div>
      <Lines table={view.table} />
      <div className="paper-totals">
        <Rows rows={view.totals} />
      </div>
      <Rows rows={view.transfer} />
      <Rows rows={view.signers} />
      {document === undefined ? null : <Stamps document={document} />}
    </article>
  );
};
