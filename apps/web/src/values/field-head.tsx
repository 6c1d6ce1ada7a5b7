import { ModeSwitch } from './mode-switch.js';
import type { FieldRowProps } from './field-row.js';
import type { Mode } from './mode.js';

interface Props extends Pick<FieldRowProps, 'title' | 'description' | 'isRequired' | 'aside'> {
  readonly modes: readonly Mode[];
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

/** Name, what it is, and where its value comes from. */
export const FieldHead = ({ title, description, isRequired, aside, modes, mode, onMode }: Props) => (
  <>
    <div className="value-head">
      <span className="value-title">
        {title}
        {isRequired ? (
          <span className="value-required" aria-hidden>
            {' *'}
          </span>
        ) : null}
      </span>
      <span className="value-tools">
        {modes.length > 1 ? <ModeSwitch title={title} modes={modes} mode={mode} onChange={onMode} /> : null}
        {aside}
      </span>
    </div>
    {description === undefined || description === '' ? null : <p className="value-about">{description}</p>}
  </>
);
