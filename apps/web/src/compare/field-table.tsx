import type { ChangeLineView } from '@potok/contracts';
import { useEditorTexts } from '../app/texts/use-texts.js';

type Field = NonNullable<ChangeLineView['field']>;

/** Field by field: what it was and what it is. On a phone the two stand under one another. */
export const FieldTable = ({ fields }: { readonly fields: readonly Field[] }) => {
  const { compare } = useEditorTexts();
  return (
    <table className="field-diff">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{compare.field}</th>
          <th scope="col">{compare.before}</th>
          <th scope="col">{compare.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ pointer, title, before, after }) => (
          <tr key={`${pointer} ${title}`}>
            <th scope="row" title={pointer}>
              {title}
            </th>
            <td className="was" data-title={compare.before}>
              {before}
            </td>
            <td className="is" data-title={compare.after}>
              {after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
