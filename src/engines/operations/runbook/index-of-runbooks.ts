import { databaseRunbooks } from './database.ts'
import { machineRunbooks } from './machine.ts'
import { messageRunbooks } from './messages.ts'
import { partnerRunbooks } from './partners.ts'
import type { Runbook } from './runbook.ts'
import { trailRunbooks } from './trail.ts'
import { upkeepRunbooks } from './upkeep.ts'
import { workRunbooks } from './work.ts'

const all = {
  ...upkeepRunbooks,
  ...databaseRunbooks,
  ...workRunbooks,
  ...machineRunbooks,
  ...messageRunbooks,
  ...partnerRunbooks,
  ...trailRunbooks,
}

type Code = keyof typeof all

/** What the health page can see. */
export type TroubleCode = { [Name in Code]: (typeof all)[Name] extends { told: unknown } ? Name : never }[Code]

export const allRunbooks: readonly (Runbook & { readonly code: string })[] = Object.entries<Runbook>(all).map(
  ([code, runbook]) => ({ code, ...runbook }),
)

/** Undefined for a code of another version, which may stand in the history. */
export const findRunbook = (code: string): Runbook | undefined =>
  Object.hasOwn(all, code) ? all[code as Code] : undefined
