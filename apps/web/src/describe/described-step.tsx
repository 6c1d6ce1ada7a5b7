import type { DescribedExit, DescribedStep, Phrase } from '@potok/scenario';
import { Fragment } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';

export const Said = ({ phrase }: { readonly phrase: Phrase }) =>
  phrase.map(({ text, isName }, index) =>
    isName === true ? (
      <span key={index} className="name-chip">
        {text}
      </span>
    ) : (
      <Fragment key={index}>{text}</Fragment>
    ),
  );

const Exit = ({ exit: { when, to } }: { readonly exit: DescribedExit }) => {
  const { describe } = useEditorTexts();
  return (
    <li>
      {when === undefined ? describe.next : <Said phrase={when} />}
      {' → '}
      {to === undefined ? describe.ends : describe.toStep(to.number, to.name)}
    </li>
  );
};

const Settings = ({ settings }: Pick<DescribedStep, 'settings'>) =>
  settings.length === 0 ? null : (
    <dl className="described-settings">
      {settings.map(({ title, value }, index) => (
        <div key={`${title} ${index}`}>
          <dt>{title}</dt>
          <dd>
            <Said phrase={value} />
          </dd>
        </div>
      ))}
    </dl>
  );

/** One step in words: what it does, with what, how long it waits, where it leads and how it is taken back. */
export const StepInWords = ({ step }: { readonly step: DescribedStep }) => {
  const { describe } = useEditorTexts();
  return (
    <li className="described-step" value={step.number}>
      <h5>
        {step.name}
        {step.where === undefined ? null : <small>{step.where}</small>}
      </h5>
      <p>{step.does}</p>
      {step.isReached ? null : <p className="described-mark">{describe.notReached}</p>}
      {step.isSkipped ? <p className="described-mark">{describe.skipped}</p> : null}
      <Settings settings={step.settings} />
      {step.waits === undefined ? null : (
        <p>
          <Said phrase={step.waits} />
        </p>
      )}
      {step.onFault === undefined ? null : <p>{step.onFault}</p>}
      {step.undo === undefined ? null : (
        <p className={`described-undo is-${step.undo.kind}`}>
          {`${describe.undo}: `}
          <Said phrase={step.undo.said} />
        </p>
      )}
      {step.note === undefined ? null : <p>{`${describe.note}: ${step.note}`}</p>}
      {step.exits.length === 0 ? null : (
        <ul className="described-exits" aria-label={describe.exits}>
          {step.exits.map((exit, index) => (
            <Exit key={index} exit={exit} />
          ))}
        </ul>
      )}
    </li>
  );
};
