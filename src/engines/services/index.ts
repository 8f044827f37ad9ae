import { defineEngine } from '#kernel/operations/engine.ts'
import type { Printer } from '#kernel/typst/printer.ts'
import type { CodeList } from '#engines/forms/declare.ts'
import { counterDraftHandlers } from './counter-draft-handlers.ts'
import { counterHandlers } from './counter-handlers.ts'
import { coApplicantHandlers } from './co-applicant-handlers.ts'
import { servicesContract } from './contract.ts'
import { formAdminHandlers } from './form-admin-handlers.ts'
import { draftHandlers } from './draft-handlers.ts'
import { invitationHandlers } from './invitation-handlers.ts'
import { createLookups } from './lookups.ts'
import { servicesListeners } from './listeners.ts'
import { servicesJobs } from './jobs.ts'
import { officeHandlers } from './office-handlers.ts'
import { ownHandlers } from './own-handlers.ts'
import type { Installation, ServicesParts } from './parts.ts'
import { procedureAdminHandlers } from './procedure-admin-handlers.ts'
import { publicHandlers } from './public-handlers.ts'
import { recountListeners } from './recount-deadlines.ts'

export { standIns } from './open-work.ts'
export { mayReadFile } from './may-read-file.ts'
export type { Installation } from './parts.ts'
export { feesOf, isComplete, isOfCase, timeLimitOf } from './procedure.ts'
export { publishProcedures } from './publish-procedures.ts'
export { createLookups } from './lookups.ts'
export { supplementDue } from './supplement.ts'

export interface ServicesGiven {
  readonly codeLists: readonly CodeList[]
  readonly printer: Printer
  readonly templateFolders: readonly string[]
  readonly publicUrl: string
  readonly installation: Installation
}

export function createServices(given: ServicesGiven) {
  const parts: ServicesParts = {
    lookups: createLookups(given.codeLists),
    printer: given.printer,
    templateFolders: given.templateFolders,
    publicUrl: given.publicUrl,
    installation: given.installation,
  }
  return defineEngine({
    name: 'services',
    contract: servicesContract,
    handlers: {
      ...publicHandlers(parts),
      ...draftHandlers(parts),
      ...coApplicantHandlers(parts),
      ...invitationHandlers(parts),
      ...ownHandlers(parts),
      ...counterHandlers(parts),
      ...counterDraftHandlers(parts),
      ...officeHandlers(parts),
      ...procedureAdminHandlers,
      ...formAdminHandlers(parts),
    },
    listeners: [...servicesListeners(given.publicUrl), ...recountListeners],
    jobs: servicesJobs,
  })
}
