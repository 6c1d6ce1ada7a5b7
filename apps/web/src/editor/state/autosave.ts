import type { ScenarioDetailView } from '@potok/contracts';
import { ApiFault } from '../../app/api-client.js';
import { type EditorDocument, inOrder } from '../document/change.js';
import { isSameDocument } from '../document/same-document.js';

/** How it stands with the draft on the server. */
export type Saving =
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'dirty' | 'saving' }
  /** The line is cut: it is tried again by itself. */
  | { readonly kind: 'offline' }
  /** Somebody else has saved meanwhile: a person must choose. */
  | { readonly kind: 'conflict'; readonly theirs: ScenarioDetailView; readonly who: string | undefined }
  /** Another tab holds the draft. */
  | { readonly kind: 'locked' | 'refused'; readonly detail: string };

export interface SavedDraft {
  readonly draftRevision: number;
}

interface Parts {
  readonly save: (document: EditorDocument, revision: number) => Promise<SavedDraft>;
  readonly fetchTheirs: () => Promise<ScenarioDetailView>;
  readonly keep: (document: EditorDocument, revision: number, base: EditorDocument) => void;
  readonly drop: () => void;
  readonly tell: (saving: Saving) => void;
  readonly now: () => number;
}

const AFTER_PAUSE_MS = 700;
const AT_LATEST_MS = 1500;
const RETRY_MS = [1000, 2000, 5000, 10_000];

const textIn = (fact: unknown): string | undefined => (typeof fact === 'string' ? fact : undefined);

/**
 * Saves the draft by itself within two seconds, over no draft that it has not seen. What is not on the server yet is kept in
 * the browser at once.
 */
export class Autosave {
  private saved: EditorDocument;
  private current: EditorDocument;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince = 0;
  private tries = 0;
  /** The save that is under way: everybody who needs one waits for the same. */
  private sending: Promise<boolean> | undefined;
  private isStopped = false;
  /** What was sent since the last answer: one that was lost on the way may have been a yes. */
  private readonly unanswered = new Set<EditorDocument>();

  constructor(
    private readonly parts: Parts,
    document: EditorDocument,
    private revision: number,
  ) {
    this.saved = document;
    this.current = document;
  }

  get isClean(): boolean {
    return this.current === this.saved;
  }

  /** The document of which the server knows: what is unsaved was made from it. */
  get base(): EditorDocument {
    return this.saved;
  }

  get seenRevision(): number {
    return this.revision;
  }

  take(document: EditorDocument): void {
    if (document === this.current) return;
    this.current = document;
    if (this.isStopped) {
      // Whatever is done meanwhile, a choice that a person owes stays open.
      this.keep();
      return;
    }
    if (this.isClean && this.sending === undefined) {
      this.parts.drop();
      this.parts.tell({ kind: 'saved', at: this.parts.now() });
      return;
    }
    this.keep();
    if (this.dirtySince === 0) this.dirtySince = this.parts.now();
    this.parts.tell({ kind: 'dirty' });
    this.plan(Math.max(0, Math.min(AFTER_PAUSE_MS, this.dirtySince + AT_LATEST_MS - this.parts.now())));
  }

  /** Now, and wait for the answer: before publishing, a run, or leaving. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (!this.isClean && !this.isStopped) if (!(await this.send())) return false;
    return this.isClean;
  }

  /** After a conflict: go on from what is on the server now. */
  goOn(saved: EditorDocument, revision: number): void {
    this.saved = saved;
    this.revision = revision;
    this.isStopped = false;
    this.tries = 0;
    this.unanswered.clear();
    if (this.isClean) this.parts.drop();
    else this.plan(0);
    this.parts.tell(this.isClean ? { kind: 'saved', at: this.parts.now() } : { kind: 'dirty' });
  }

  /** The draft is ours again: what was held back is sent. */
  resume(): void {
    this.isStopped = false;
    if (!this.isClean) this.plan(0);
  }

  /** The line is there again: what waits for it does not wait for its turn. */
  retry(): void {
    if (!this.isStopped && !this.isClean) this.plan(0);
  }

  private keep(): void {
    this.parts.keep(this.current, this.revision, this.saved);
  }

  private plan(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private send(): Promise<boolean> {
    if (this.sending !== undefined) return this.sending;
    if (this.isClean) return Promise.resolve(true);
    this.sending = this.sendNow().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private async sendNow(): Promise<boolean> {
    this.dirtySince = 0;
    const document = this.current;
    this.unanswered.add(document);
    this.parts.tell({ kind: 'saving' });
    try {
      const { draftRevision } = await this.parts.save(document, this.revision);
      this.done(document, draftRevision);
      return true;
    } catch (error) {
      await this.failed(error);
      return false;
    }
  }

  private done(document: EditorDocument, revision: number): void {
    this.saved = document;
    this.revision = revision;
    this.tries = 0;
    this.unanswered.clear();
    if (this.isClean) {
      this.parts.drop();
      this.parts.tell({ kind: 'saved', at: this.parts.now() });
      return;
    }
    this.keep();
    this.plan(AFTER_PAUSE_MS);
  }

  private async failed(error: unknown): Promise<void> {
    const problem = error instanceof ApiFault ? error.problem : undefined;
    if (problem?.code === 'SCENARIO_CHANGED') await this.meetTheirs(textIn(problem.facts?.by));
    else if (problem !== undefined && problem.status >= 400 && problem.status < 500 && problem.status !== 429)
      this.refuse(problem.code, problem.detail);
    else this.wait();
  }

  private async meetTheirs(who: string | undefined): Promise<void> {
    try {
      const theirs = await this.parts.fetchTheirs();
      const known = { scenario: inOrder(theirs.draft), binding: theirs.binding };
      const own = [...this.unanswered].find((sent) => isSameDocument(sent, known));
      if (own !== undefined) {
        this.done(own, theirs.draftRevision);
        return;
      }
      this.isStopped = true;
      this.parts.tell({ kind: 'conflict', theirs, who });
    } catch {
      this.wait();
    }
  }

  private refuse(code: string, detail: string): void {
    // What the API does not take is tried again with the next change.
    this.isStopped = code === 'SCENARIO_LOCKED';
    this.parts.tell({ kind: code === 'SCENARIO_LOCKED' ? 'locked' : 'refused', detail });
  }

  private wait(): void {
    this.parts.tell({ kind: 'offline' });
    this.plan(RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)] ?? AFTER_PAUSE_MS);
    this.tries += 1;
  }
}
