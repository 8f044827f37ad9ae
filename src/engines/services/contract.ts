import { procedureAdminContract } from './contract/admin.ts'
import { accessContract } from './contract/access.ts'
import { applicantContract } from './contract/applicant.ts'
import { coApplicantContract } from './contract/co-applicant.ts'
import { formAdminContract } from './contract/forms.ts'
import { counterContract } from './contract/counter.ts'
import { counterDossierContract } from './contract/counter-dossier.ts'
import { counterDraftContract } from './contract/counter-draft.ts'
import { meetingContract } from './contract/meeting.ts'
import { mergeContract } from './contract/merge.ts'
import { officeContract } from './contract/office.ts'
import { publicContract } from './contract/public.ts'

export { isFiledTogether, wrongWithNamed } from './contract/co-applicant-here.ts'
export { servicesProblems } from './contract/problems.ts'
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
  ...mergeContract,
  ...procedureAdminContract,
  ...formAdminContract,
}
