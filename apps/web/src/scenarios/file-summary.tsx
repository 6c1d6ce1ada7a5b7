import type { FileCheckView } from '@potok/contracts';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTexts } from '../app/texts/use-texts.js';
import { StateMark } from '../states/state-mark.js';

const Missing = ({ missing }: Pick<FileCheckView, 'missing'>) => {
  const { scenarioFiles } = useTexts();
  if (missing.length === 0) return null;
  return (
    <div className="findings">
      <h3 className="section-title first">{scenarioFiles.missing}</h3>
      <ul>
        {missing.map((one) => (
          <li key={`${one.kind} ${one.name} ${one.slot ?? ''}`}>{scenarioFiles.missingOne(one)}</li>
        ))}
      </ul>
    </div>
  );
};

/** Of the drawing only: what fills it is chosen in the form below. */
const ofDrawing = ({ findings }: FileCheckView) => findings.filter(({ code }) => !code.startsWith('BINDING_'));

const Findings = ({ check }: { readonly check: FileCheckView }) => {
  const { scenarioFiles, scenarios } = useTexts();
  const findings = ofDrawing(check);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const nameOf = (id: string): string => check.scenario.nodes.find((node) => node.id === id)?.name ?? id;
  if (findings.length === 0)
    return (
      <StateMark hue="green" icon={IconCheck}>
        {scenarioFiles.noFindings}
      </StateMark>
    );
  return (
    <div className="findings">
      <StateMark hue={errors === 0 ? 'amber' : 'red'} icon={IconAlertTriangle}>
        {scenarios.findings(errors, findings.length - errors)}
      </StateMark>
      <ul aria-label={scenarioFiles.findings}>
        {findings.map(({ severity, node, detail, code }, index) => (
          <li key={index} className={severity} title={code}>
            {node === undefined ? detail : scenarios.inNode(nameOf(node), detail)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What a file holds, what of it is not here, and what is to be mended in it. */
export const FileSummary = ({ check }: { readonly check: FileCheckView }) => {
  const { scenarioFiles } = useTexts();
  const { scenario, missing } = check;
  const { nodes, slots, parameters, paths = [] } = scenario;
  const counts = [
    scenarioFiles.steps(nodes.length),
    ...(slots.length === 0 ? [] : [scenarioFiles.slots(slots.length)]),
    ...(parameters.length === 0 ? [] : [scenarioFiles.parameters(parameters.length)]),
    ...(paths.length === 0 ? [] : [scenarioFiles.paths(paths.length)]),
  ];
  return (
    <section className="file-summary" aria-label={scenarioFiles.inFile}>
      <p>{counts.join(' · ')}</p>
      {scenario.description === undefined ? null : <p className="dim small">{scenario.description}</p>}
      <Findings check={check} />
      <Missing missing={missing} />
    </section>
  );
};
