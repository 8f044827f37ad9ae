import { defineEngine } from '#kernel/operations/engine.ts'
import type { NationalRegisters } from '#kernel/national-registers.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import type { Printer } from '#kernel/typst/printer.ts'
import type { FileStore } from '#engines/files/index.ts'
import type { CodeList } from '#engines/forms/declare.ts'
import { accessHandlers } from './access/access-handlers.ts'
import { moveHandlers } from './authoring/move/move-handlers.ts'
import { draftListeners } from './authoring/tell-of-drafts.ts'
import { moveListeners } from './authoring/move/move-open-dossiers.ts'
import { authoringHandlers } from './authoring/authoring-handlers.ts'
import { requestListeners } from './access/tell-of-requests.ts'
import { catalogueHandlers } from './catalogue/catalogue-handlers.ts'
import { counterDossierHandlers } from './counter/counter-dossier-handlers.ts'
import { counterDraftHandlers } from './counter/counter-draft-handlers.ts'
import { counterHandlers } from './counter/counter-handlers.ts'
import { coApplicantHandlers } from './co-applicant/co-applicant-handlers.ts'
import { servicesContract } from './contract.ts'
import { feeListeners } from './fee/fee-paid.ts'
import { formAdminHandlers } from './procedure/form-admin-handlers.ts'
import { draftHandlers } from './draft/draft-handlers.ts'
import { invitationHandlers } from './co-applicant/invitation-handlers.ts'
import { meetingHandlers } from './meeting/meeting-handlers.ts'
import { mergeHandlers } from './merge/merge-handlers.ts'
import { createLookups } from './draft/lookups.ts'
import { servicesListeners } from './listeners.ts'
import { servicesJobs } from './jobs.ts'
import { knownHandlers } from './known/known-handlers.ts'
import { officeHandlers } from './work/office-handlers.ts'
import { ownHandlers } from './applicant/own-handlers.ts'
import type { AccountPolicy } from '#engines/identity/index.ts'
import type { Installation, ServicesParts } from './parts.ts'
import { postalHandlers } from './postal/postal-handlers.ts'
import { procedureAdminHandlers } from './procedure/procedure-admin-handlers.ts'
import { publicHandlers } from './public/public-handlers.ts'
import { reuseHandlers } from './reuse/reuse-handlers.ts'
import { revocationHandlers } from './dossier/revoke-result.ts'
import { satisfactionHandlers } from './satisfaction/satisfaction-handlers.ts'
import { lowMarkListeners } from './satisfaction/tell-of-low-marks.ts'
import { recountListeners } from './deadline/recount-deadlines.ts'

export { clockStands } from './deadline/clock-stands.ts'
export { dossierAccess, getVisibleDossier, maySee } from './dossier/dossier-access.ts'
export { mayReadFile } from './dossier/may-read-file.ts'
export type { Installation, PrintParts } from './parts.ts'
export { printIssuedResult } from './print/issued-result.ts'
export { letterheadOf } from './print/sheet.ts'
export { fileFromOutside, tellFromOutside, type OutsideFiling } from './dossier/file-from-outside.ts'
export { feeReference, readFeeReference } from './fee/fee-reference.ts'
export { owedAfter, sayDecided } from './fee/exemption.ts'
export { exemptionQuestion } from './procedure/exemptions.ts'
export { sayFeePaid } from './fee/fee-paid.ts'
export { sayNotice } from './fee/obligation.ts'
export { momentOf } from './fee/obligation-dues.ts'
export { contactOf } from './dossier/contact.ts'
export { keptHistory } from './dossier/kept-history.ts'
export { clockStopsOfMany } from './deadline/clock.ts'
export { stepsTaken } from './deadline/steps-taken.ts'
export { duesOfDossiers } from './fee/fee-order.ts'
export { viewFees, type DossierFee } from './dossier/view.ts'
export { dossierColumns, factsOf, type Channel, type Dossier, type DossierStatus } from './dossier/dossier.ts'
export {
  feesOf,
  isComplete,
  isOfCase,
  procedureName,
  procedureOf,
  procedureVersion,
  timeLimitOf,
} from './procedure/procedure.ts'
export { competentUnit } from './procedure/competent-unit.ts'
export { chargingProcedures } from './fee/charging-procedures.ts'
export { paidDossiers, paidFigures, paidProcedures } from './fee/paid-figures.ts'
export { publicityOf } from './catalogue/catalogue-handlers.ts'
export { countKnown } from './known/known-handlers.ts'
export { sayConfirmed } from './dossier/say-confirmed.ts'
export { findRateable, rateInHall } from './satisfaction/rate-in-hall.ts'
export type { Kiosk } from './satisfaction/rating.ts'
export { procedureNameFor } from './procedure/procedure.ts'
export { rateServed } from './satisfaction/rate-served.ts'
export { takeCatalogue, type GivenCatalogue } from './catalogue/catalogue-import.ts'
export { publishProcedures } from './procedure/publish-procedures.ts'
export { createLookups, type LookupSource } from './draft/lookups.ts'
export { servicesFollower } from './reorganization/follow.ts'
export { supplementDue } from './dossier/supplement.ts'

export interface ServicesGiven {
  readonly codeLists: readonly CodeList[]
  readonly printer: Printer
  readonly store: FileStore
  readonly templateFolders: readonly string[]
  readonly publicUrl: string
  readonly installation: Installation
  readonly accountPolicy: AccountPolicy
  readonly secrets: Secrets
  readonly registers: NationalRegisters
}

export function createServices(given: ServicesGiven) {
  const parts: ServicesParts = {
    lookups: createLookups(given.codeLists),
    codeLists: given.codeLists,
    printer: given.printer,
    store: given.store,
    templateFolders: given.templateFolders,
    publicUrl: given.publicUrl,
    installation: given.installation,
    accountPolicy: given.accountPolicy,
    secrets: given.secrets,
    registers: given.registers,
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
      ...counterDossierHandlers(parts),
      ...officeHandlers(parts),
      ...meetingHandlers,
      ...accessHandlers(parts),
      ...postalHandlers(parts),
      ...procedureAdminHandlers,
      ...catalogueHandlers,
      ...formAdminHandlers(parts),
      ...authoringHandlers(parts),
      ...moveHandlers(parts),
      ...mergeHandlers,
      ...satisfactionHandlers,
      ...knownHandlers(parts),
      ...reuseHandlers(parts),
      ...revocationHandlers,
    },
    listeners: [
      ...servicesListeners(given.publicUrl),
      ...requestListeners(given.publicUrl),
      ...lowMarkListeners(given.publicUrl),
      ...feeListeners(given.publicUrl),
      ...recountListeners,
      ...moveListeners,
      ...draftListeners(given.publicUrl),
    ],
    jobs: servicesJobs,
  })
}
