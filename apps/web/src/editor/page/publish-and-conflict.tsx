import type { ScenarioDetailView } from '@potok/contracts';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { DiffList } from '../../compare/diff-list.js';
import { PublishDialog } from '../../scenarios/publish-dialog.js';
import type { ActContext } from '../acts/act-context.js';
import type { Autosave, Saving } from '../state/autosave.js';
import type { OpenedTab } from '../state/opened-tab.js';
import { useEditorApi } from '../state/use-editor.js';
import type { Presence } from '../state/use-presence.js';
import { ConflictDialog } from './conflict-dialog.js';
import { goFinding } from './editor-sides.js';
import { useReconcile } from './use-reconcile.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly opened: OpenedTab;
  readonly presence: Presence;
  readonly autosave: Autosave;
  readonly saving: Saving;
  readonly context: ActContext;
  readonly isPublishing: boolean;
  readonly onPublished: (scenario: ScenarioDetailView) => void;
  readonly onClose: () => void;
}

/** Publishing what is saved; and, when two have changed one draft, the choice between them. */
export const PublishAndConflict = (props: Props) => {
  const { scenario, autosave, context, isPublishing, onPublished, onClose } = props;
  const { compare } = useEditorTexts();
  const { kit, history } = useEditorApi().getState();
  const { scenario: draft, binding } = history.document;
  const { conflict, settle } = useReconcile(props);
  return (
    <>
      {isPublishing ? (
        <PublishDialog
          scenario={{ ...scenario, draft, binding, draftRevision: autosave.seenRevision }}
          onClose={onClose}
          onPublished={(published) => {
            context.page.did('published');
            onPublished(published);
          }}
          onFinding={(node, field) => {
            onClose();
            goFinding(context, { node, ...(field === undefined ? {} : { field }) });
          }}
        />
      ) : null}
      {conflict === undefined ? null : (
        <ConflictDialog
          mine={conflict.mine}
          who={conflict.who}
          diff={
            <div className="conflict-diffs">
              <DiffList
                title={compare.mine}
                before={conflict.base.scenario}
                after={conflict.mine.scenario}
                kinds={kit.kinds}
              />
              <DiffList
                title={compare.theirs}
                before={conflict.base.scenario}
                after={conflict.theirs.scenario}
                kinds={kit.kinds}
              />
            </div>
          }
          onTakeMine={() => settle('mine')}
          onTakeTheirs={() => settle('theirs')}
          onClose={() => settle('theirs')}
        />
      )}
    </>
  );
};
