import { type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly align?: 'right';
  readonly width?: string;
  /** On a phone a row becomes a card: `lead` stands first, `titled` keeps its title, `hide` is left out, also beside an open panel. */
  readonly phone?: 'lead' | 'titled' | 'hide';
  readonly cell: (row: T) => ReactNode;
}

interface Props<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  /** Ctrl+click and the middle button open it in a tab of its own. */
  readonly hrefOf?: (row: T) => string;
  readonly chosen?: string | undefined;
}

const isForNewTab = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.button === 1;
const isOnControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('a, button') !== null;

const moveFocus = (event: KeyboardEvent<HTMLTableRowElement>): void => {
  const next =
    event.key === 'ArrowDown' ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
};

const keysOf =
  <T,>(row: T, onOpen: (row: T) => void) =>
  (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(row);
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event);
  };

const pointerOf =
  <T,>(row: T, { onOpen, hrefOf }: Pick<Props<T>, 'onOpen' | 'hrefOf'>) =>
  (event: MouseEvent): void => {
    if (isOnControl(event)) return;
    if (isForNewTab(event)) {
      if (hrefOf !== undefined) window.open(hrefOf(row), '_blank', 'noopener');
      return;
    }
    onOpen?.(row);
  };

type Shape = { readonly [K in 'align' | 'phone' | 'width']: string | undefined };

/** A column without a width takes what is left, and is cut to it. */
const classOf = ({ align, phone, width }: Shape): string =>
  [align, phone, width === undefined ? 'flexible' : undefined].filter(Boolean).join(' ');

/** A dense register. A row opens by click or Enter; arrows move between rows. */
export const DataTable = <T,>({ label, columns, rows, idOf, onOpen, hrefOf, chosen }: Props<T>) => (
  <div className="table-box">
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, title, align, width, phone }) => (
            <th
              key={key}
              scope="col"
              className={classOf({ align, phone, width })}
              style={width === undefined ? undefined : { width }}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={idOf(row)}
            aria-selected={chosen === undefined ? undefined : idOf(row) === chosen}
            {...(onOpen === undefined
              ? {}
              : {
                  tabIndex: 0,
                  className: 'opens',
                  onClick: pointerOf(row, { onOpen, ...(hrefOf === undefined ? {} : { hrefOf }) }),
                  onAuxClick: pointerOf(row, { onOpen, ...(hrefOf === undefined ? {} : { hrefOf }) }),
                  onKeyDown: keysOf(row, onOpen),
                })}
          >
            {columns.map(({ key, title, align, phone, width, cell }) => (
              <td
                key={key}
                className={classOf({ align, phone, width })}
                {...(phone === 'titled' ? { 'data-title': title } : {})}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
