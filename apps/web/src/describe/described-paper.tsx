import type { DescribedPart, ScenarioDescription } from '@potok/scenario';
import type { ReactNode } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { StepInWords } from './described-step.js';
import type { Sheet } from './markdown.js';

interface Props {
  readonly described: ScenarioDescription;
  readonly sheet: Sheet;
  /** The drawing, as an image. */
  readonly picture: ReactNode;
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

const Binding = ({ described: { slots, parameters } }: Pick<Props, 'described'>) => {
  const { describe } = useEditorTexts();
  return (
    <>
      {slots.length === 0 ? null : (
        <Section title={describe.slots}>
          <dl className="described-binding">
            {slots.map(({ title, connection }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{connection ?? describe.notChosen}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {parameters.length === 0 ? null : (
        <Section title={describe.parameters}>
          <dl className="described-binding">
            {parameters.map(({ title, value, isDefault }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  {value ?? describe.notChosen}
                  {isDefault && value !== undefined ? <small>{describe.byDefault}</small> : null}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
};

const Part = ({ part }: { readonly part: DescribedPart }) => (
  <>
    <h4>{part.title}</h4>
    {part.about === undefined ? null : <p>{part.about}</p>}
    <ol className="described-steps">
      {part.steps.map((step) => (
        <StepInWords key={step.id} step={step} />
      ))}
    </ol>
  </>
);

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <Section title={title}>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </Section>
  );

const Agreed = () => {
  const { describe } = useEditorTexts();
  return (
    <section className="described-agreed">
      <h3>{describe.agreed}</h3>
      <div>
        {[describe.client, describe.integrator].map((side) => (
          <div key={side}>
            <strong>{side}</strong>
            <span className="signature-line" aria-hidden />
            <small>{describe.signature}</small>
          </div>
        ))}
      </div>
    </section>
  );
};

/** The scenario on paper, light in either theme. */
export const DescribedPaper = ({ described, sheet, picture }: Props) => {
  const { describe } = useEditorTexts();
  return (
    <article className="described" aria-label={describe.title}>
      <header>
        <p>
          <span>{sheet.firm}</span>
          <span>
            {sheet.version} · {sheet.date}
          </span>
        </p>
        <h2 className="described-title">{described.title}</h2>
        {described.about === undefined ? null : <p className="described-about">{described.about}</p>}
      </header>
      {described.start === undefined ? null : (
        <Section title={describe.start}>
          <p>{described.start}</p>
        </Section>
      )}
      <Section title={describe.picture}>{picture}</Section>
      <Binding described={described} />
      <Section title={describe.steps}>
        {described.parts.map((part) => (
          <Part key={part.id} part={part} />
        ))}
      </Section>
      <Lines title={describe.rules} lines={described.rules} />
      <Lines title={describe.notes} lines={described.notes} />
      <Agreed />
    </article>
  );
};
