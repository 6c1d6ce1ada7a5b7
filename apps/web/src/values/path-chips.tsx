import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';

/** A path in words: «Сделка › Покупатель › ИНН». */
export const PathChips = ({ titles }: { readonly titles: readonly string[] }) => (
  <span className="path-chips">
    {titles.map((title, index) => (
      <Fragment key={index}>
        {index === 0 ? null : <IconChevronRight size={12} aria-hidden />}
        <span className="path-chip" data-first={index === 0}>
          {title}
        </span>
      </Fragment>
    ))}
  </span>
);
