import { procedureAdminContract } from './contract/admin.ts'
import { accessContract } from './contract/access.ts'
import { applicantContract } from './contract/applicant.ts'
import { authoringContract } from './contract/authoring.ts'
import { catalogueContract } from './contract/catalogue.ts'
import { coApplicantContract } from './contract/co-applicant.ts'
import { formAdminContract } from './contract/forms.ts'
import { counterContract } from './contract/counter.ts'
import { counterDossierContract } from './contract/counter-dossier.ts'
import { counterDraftContract } from './contract/counter-draft.ts'
import { meetingContract } from './contract/meeting.ts'
import { knownContract } from './contract/known.ts'
import { mergeContract } from './contract/merge.ts'
import { moveContract } from './contract/move.ts'
import { officeContract } from './contract/office.ts'
import { postalContract } from './contract/postal.ts'
import { reuseContract } from './contract/reuse.ts'
import { revocationContract } from './contract/revocation.ts'
import { satisfactionContract } from './contract/satisfaction.ts'
import { publicContract } from './contract/public.ts'

export { editDeclaration, readAt, type Edit } from './authoring/edit-declaration.ts'
export { askedQuestions, questionAt, standsFor, type AskedQuestion } from './authoring/elements/asked-questions.ts'
export {
  conditionTree,
  emptyRow,
  isGroup,
  joins,
  operators,
  valuesIn,
  type ConditionGroup,
  type ConditionNode,
  type ConditionRow,
} from './authoring/elements/condition-tree.ts'
export { conditionPress } from './authoring/elements/condition-typed.ts'
export type { ChoiceOf, Control } from './authoring/elements/control.ts'
export { boundAsked, boundKinds } from './authoring/elements/date-bound.ts'
export { controlsOf, elementAt, sections, sectionWords, type Section } from './authoring/elements/element-kinds.ts'
export { blockKinds, listsInside, newElement, removalOf, type BlockKind } from './authoring/elements/new-element.ts'
export { formulaKinds, formulaRows } from './authoring/elements/formula-rows.ts'
export { dossierFacts } from './authoring/elements/dossier-facts.ts'
export { emptyLaw, lawRows } from './authoring/elements/law-rows.ts'
export { alwaysSame, memberSource } from './authoring/elements/member-sources.ts'
export { nextKinds, nextRows, type NextCase } from './authoring/elements/next-rows.ts'
export { asTyped } from './authoring/elements/number-typed.ts'
export { casePress } from './authoring/elements/next-typed.ts'
export { editsOf, type Typed } from './authoring/elements/read-controls.ts'
export { isFiledTogether, wrongWithNamed } from './contract/co-applicant-here.ts'
export { lookUpBrakes } from './contract/look-up-brakes.ts'
export { type PaperOrigin, type ReusableView } from './contract/paper-origin.ts'
export { servicesProblems } from './contract/problems.ts'
export { mostScans } from './contract/shapes.ts'
export { ShownAtKiosk } from './contract/satisfaction.ts'
export { namesArticle, sayExemption } from './procedure/exemptions.ts'
export { periodText } from './public/describe-procedure.ts'

/** Everything that can be done with procedures and dossiers, by who does it. */
export const servicesContract = {
  ...publicContract,
  ...applicantContract,
  ...coApplicantContract,
  ...counterContract,
  ...counterDraftContract,
  ...counterDossierContract,
  ...officeContract,
  ...meetingContract,
  ...accessContract,
  ...postalContract,
  ...satisfactionContract,
  ...knownContract,
  ...reuseContract,
  ...revocationContract,
  ...mergeContract,
  ...procedureAdminContract,
  ...catalogueContract,
  ...formAdminContract,
  ...authoringContract,
  ...moveContract,
}
