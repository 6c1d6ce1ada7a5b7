import type { AnyManifest, Finding, ScenarioNode } from '@potok/contracts';
import type { ConnectionOf, ValueScope } from './value-scope.js';

export type Params = Readonly<Record<string, unknown>>;

/** What a change of params means for the drawing around the node. */
export interface ParamsChange {
  /** Ways out that got another name; edges that leave by them go along. */
  readonly renamedPorts?: Readonly<Record<string, string>>;
}

export interface ParamsFormProps {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly scope: ValueScope;
  /** Of this node. */
  readonly findings: readonly Finding[];
  readonly onChange: (params: Params, change?: ParamsChange) => void;
  readonly connectionOf: ConnectionOf;
  /** JSON pointer of the field to lead to. */
  readonly focusField?: string | undefined;
  /** Of the workspace: by which a schedule goes that names no zone. */
  readonly timeZone?: string;
  /** Published scenarios that `flow.call` may call. */
  readonly callable?: readonly { readonly id: string; readonly name: string }[];
}
