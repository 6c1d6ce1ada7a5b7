export { compileScenario, type CompileOptions, type Compiled } from './plan/compile-scenario.js';
export { compilePart, type CompiledPart, type Part } from './plan/compile-part.js';
export { checkBinding, type BoundConnection, type OpenPlaces } from './plan/check-binding.js';
export { entriesOf, goneAfter, type AccountEntry, type AccountSnapshot } from './account/account-snapshot.js';
export { checkAccounts, checkOwnEntries, isBoxGone, type KnownAccount } from './account/check-accounts.js';
export { canonicalJson, planHashOf } from './plan/canonical.js';
export { DEFAULT_RETRY, DEFAULT_TIMEOUT_SEC } from './plan/steps.js';
export { type CalledPlan, type CallPlans } from './rules/calls.js';
export { checkScenario, type CheckedScenario } from './drawing/check-scenario.js';
export { upgradeScenario, type Upgraded } from './drawing/upgrade-scenario.js';
export { scenarioSchema } from './drawing/scenario-schema.js';
export {
  formatScenario,
  scenarioFileSchema,
  SCENARIO_FILE_SCHEMA_ID,
  type FileBinding,
  type ScenarioFile,
} from './drawing/scenario-file.js';
export { readScenarioFile, type ReadScenarioFile } from './drawing/read-scenario-file.js';
export { readJson, type JsonFault } from './drawing/read-json.js';
export {
  fileReference,
  listChosenIds,
  listFileReferences,
  mapChosenTexts,
  type FileReference,
} from './drawing/references.js';
export { flowManifests } from './flow/flow-manifests.js';
export { choiceWord, choiceWordsOf } from './analysis/choice-words.js';
export { branchTitle } from './flow/branch-title.js';
export { portsOf } from './flow/node-role.js';
export { portWords as portWordsEn } from './flow/port-words.en.js';
export { portWords as portWordsRu } from './flow/port-words.ru.js';
export { type ScenarioFinding } from './finding.js';
export { type FindingCode } from './texts.ru.js';
export { ExpressionError } from './expression-error.js';
export { describeCode, describeFinding, withSentence } from './describe-finding.js';
export { boundParameters } from './values/bound-parameters.js';
export { evaluateParams } from './values/evaluate-params.js';
export { decideBranch } from './values/decide-branch.js';
export { collectReferences } from './values/collect-references.js';
export { type Reference } from './values/reference.js';
export { DEFAULT_TIME_ZONE, SCOPE_NAMES, type Scope, type ScopeName } from './values/scope.js';
export { findTemplateFault } from './template/parse-template.js';
export { renderTemplate, renderTemplateOver, type TemplateOptions } from './template/render-template.js';
export { defDescription, fieldFunctions } from './cel/functions/field-functions.js';
export { type FieldFunction } from './cel/functions/field-function.js';
export { cronWords } from './words/cron-words.js';
export { addWorkingDays, calendarYears, isWorkingDay } from './calendar/production-calendar.js';
export { kopecksInWords, numberWords } from './words/number-words.js';
export { isAccount, isInn, isKpp, isOgrn, shortName } from './words/requisites.js';
export { targetTree, flatTargets, type Facet, type TargetNode } from './mapping/target-tree.js';
export { sourceTree, flatSources, type MappingPlace, type SourceNode } from './mapping/source-tree.js';
export { templatePathOf } from './mapping/template-path-of.js';
export { type ValueKind } from './mapping/schema-shape.js';
export { suggestMappings, SUGGESTION_THRESHOLD, type Suggestion } from './mapping/suggest-mappings.js';
export {
  addToText,
  mapLeaf,
  mapList,
  setField,
  spreadWhole,
  unmap,
  type Edited,
  type EditRefusal,
} from './mapping/edits.js';
export { connect, waysToConnect, type Ends, type Way } from './mapping/connect.js';
export { linesOf, type MappingLine } from './mapping/lines-of.js';
export { placeIn, type TargetPlace } from './mapping/places-in-params.js';
export { targetOfPointer } from './mapping/mapped-places.js';
export { filledFields, fillingOf, type Filling } from './mapping/filled-fields.js';
export { misfitsOf, type Misfit } from './mapping/misfits.js';
export {
  runMapping,
  runMappingOnce,
  type MappingFinding,
  type MappingResult,
  type MappingSample,
} from './mapping/run-mapping.js';
export { renameSteps } from './editing/rename-steps.js';
export { rerootReferences } from './editing/reroot-references.js';
export { stepUses, type StepUse } from './editing/step-uses.js';
export { describeScenario, type DescribeOptions } from './describe/describe-scenario.js';
export {
  type DescribedExit,
  type DescribedPart,
  type DescribedStep,
  type Phrase,
  type ScenarioDescription,
} from './describe/description.js';
export { describedThings, type OwnFields } from './editing/offered-schema.js';
export { placeScope, type PlaceScope, type PlaceStep } from './editing/place-scope.js';
export {
  explainExpression,
  explainForField,
  expressionChips,
  namesInEach,
  type Explained,
  type ExpressionChip,
} from './editing/explain-expression.js';
export { previewValue, type Preview, type SampleScope } from './editing/preview-value.js';
export { listWays, type ListWay } from './editing/list-ways.js';
export { fieldPath, type FieldPath } from './editing/field-path.js';
export { dynamicOf, type Dynamic } from './values/param-value.js';
export {
  plainPath,
  readRules,
  writeRules,
  type Rule,
  type RuleKind,
  type RuleOperator,
  type Rules,
} from './editing/condition-rules.js';
export { diffScenarios, isEmptyDiff } from './diff/diff-scenarios.js';
export { isSameMeaning } from './diff/same-meaning.js';
export { describeDiff } from './diff/describe-diff.js';
export { describeBindingDiff } from './diff/describe-binding.js';
export {
  type Changed,
  type ChangeKind,
  type DiffGroup,
  type DiffLine,
  type FieldChange,
  type GraphDiff,
  type ListDiff,
  type NodeKinds,
  type NodesDiff,
  type ScenarioDiff,
} from './diff/diff-types.js';
