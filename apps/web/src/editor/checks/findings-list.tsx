import type { Finding } from '@potok/contracts';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useCoachAnchor } from '../../coach/use-coach.js';
import { useEditor } from '../state/use-editor.js';

interface Props {
  readonly onGo: (finding: Finding) => void;
}

/** «Что исправить»: a click leads to the step and its field. */
export const FindingsList = ({ onGo }: Props) => {
  const isBusy = useEditor((state) => state.isChecking);
  const { editor } = useEditorTexts();
  const anchor = useCoachAnchor('fix-list');
  const findings = useEditor((state) => state.findings);
  const scenario = useEditor(({ history }) => history.document.scenario);
  const nodes = [...scenario.nodes, ...(scenario.paths ?? []).flatMap((path) => path.nodes)];
  const nameOf = (id: string): string => nodes.find((node) => node.id === id)?.name ?? id;
  if (findings.length === 0)
    return (
      <p className="findings-none">
        <IconCheck size={16} aria-hidden /> {isBusy ? editor.findings.busy : editor.findings.none}
      </p>
    );
  return (
    <ul ref={anchor} className="findings" aria-busy={isBusy}>
      {findings.map((finding, index) => {
        const isError = finding.severity === 'error';
        const Sign = isError ? IconX : IconAlertTriangle;
        return (
          <li key={`${finding.code}/${finding.node ?? ''}/${finding.field ?? ''}/${index}`}>
            <button
              type="button"
              className={isError ? 'finding is-error' : 'finding is-warning'}
              onClick={() => onGo(finding)}
            >
              <Sign size={14} stroke={2.25} aria-label={isError ? editor.findings.error : editor.findings.warning} />
              <span>
                {finding.node === undefined ? null : <strong>{nameOf(finding.node)}. </strong>}
                {finding.detail}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
