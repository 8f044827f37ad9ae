import { expandOrganization } from '#engines/directory/declare.ts'
import { bundlesOf, comingProcedures, layProcedures, proceduresOf } from '#engines/services/declare.ts'
import { bundles } from './bac-giang/bundles.ts'
import { calendar } from './bac-giang/calendar.ts'
import { catalogue } from './bac-giang/catalogue.ts'
import { centre } from './bac-giang/centre.ts'
import { completions } from './bac-giang/completions.ts'
import { demoOverlay } from './bac-giang/demo-overlay.ts'
import { installation } from './bac-giang/installation.ts'
import { messages } from './bac-giang/messages.ts'
import { organCodes } from './bac-giang/organ-codes.demo.ts'
import { organization } from './bac-giang/organization.ts'
import { petitionRules } from './bac-giang/petition-rules.ts'
import { communesOf2020 } from './bac-giang/reorganizations/communes-of-2020.ts'
import { twoTiersOf2025 } from './bac-giang/reorganizations/two-tiers-of-2025.ts'
import { roles } from './bac-giang/roles.ts'
import { lawOf2026 } from './civil-status/law-of-2026.ts'
import { codeLists as national } from './national/code-lists.ts'
import { promotionNoticeThere } from './industry-trade/promotion-notice.national.ts'
import { nationalProfile } from './national/portal-profile.ts'
import { codeLists as socialProtection } from './social-protection/code-lists.ts'
import { drivingLicenceExchangeThere } from './transport/driving-licence-exchange.national.ts'

// Named, because bundlers take `new URL` on `import.meta.url` itself for an asset to copy.
const here = import.meta.url
const folder = (path: string): string => decodeURIComponent(new URL(path, here).pathname)

const bodies = expandOrganization(organization, organCodes)
const procedures = layProcedures(proceduresOf(catalogue, completions), demoOverlay)

/** Everything that is declared, laid together as this installation runs it: the base, completed, and the layers above it. */
export const systems = {
  /** Folders that declare something. */
  names: [...new Set(['bac-giang', 'national', 'one-stop', ...catalogue.map(({ sector }) => sector)])].sort(),
  sites: ['portal', 'office', 'admin', 'hall'],
  organization: bodies,
  /** What its areas and bodies are called, in full and in short. */
  localNames: [...bodies.areas, ...bodies.units].flatMap((one) =>
    'shortName' in one && one.shortName !== undefined ? [one.name, one.shortName] : [one.name],
  ),
  /** Arrangements that were decided, in the order of their days. */
  reorganizations: [communesOf2020, twoTiersOf2025],
  roles,
  calendar,
  /** One-stop units that begin with a queue. */
  centres: [centre],
  petitionRules,
  messages,
  codeLists: [...national, ...socialProtection],
  procedures,
  /** Several of them that one filing starts. */
  bundles: bundlesOf(procedures, bundles),
  /** Their versions for a day ahead, in the order of the days. */
  comingProcedures: comingProcedures(procedures, [lawOf2026]),
  /** Typst templates; the first folder that has one wins. */
  templateFolders: [folder('./one-stop/templates')],
  installation,
  nationalProfile,
  /** How procedures that are filed on the national portal are filed here. */
  nationalForms: [promotionNoticeThere, drivingLicenceExchangeThere],
}
