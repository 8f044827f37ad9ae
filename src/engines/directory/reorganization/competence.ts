import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import type { PlainDate } from '#values/plain-date.ts'

/** A body as processes name it: that of a tier above a place, or one by its code. */
export type NamedBody = { readonly tier: string } | { readonly agency: string }

interface Rule {
  readonly reorganizationId: string
  readonly fromTier: string | null
  readonly fromAgency: string | null
  readonly fromDivision: string | null
  readonly procedures: string[] | null
  readonly toTier: string | null
  readonly toAgency: string | null
  readonly toDivision: string | null
}

export interface Competent {
  readonly body: NamedBody
  readonly division: string | undefined
}

/**
 * Who does on a day what a process names a body for: of each reorganisation, in the order of their days, the first rule that fits
 * counts.
 */
export async function competentFor(
  tx: Queries,
  named: Competent,
  procedure: string,
  on: PlainDate,
): Promise<Competent> {
  const rules = await keep(tx, `competence ${on}`, () =>
    rows(
      tx,
      sql<Rule>`select reorganization_id, from_tier, from_agency, from_division, procedures, to_tier, to_agency, to_division
        from directory.competence where effective_on <= ${on} order by effective_on, reorganization_id, number`,
    ),
  )
  let { body, division } = named
  let done: string | undefined
  for (const rule of rules) {
    if (rule.reorganizationId === done || !fits(rule, { body, division }, procedure)) continue
    done = rule.reorganizationId
    body = rule.toAgency === null ? { tier: rule.toTier as string } : { agency: rule.toAgency }
    division = rule.toDivision ?? division
  }
  return { body, division }
}

const fits = (rule: Rule, { body, division }: Competent, procedure: string): boolean =>
  ('tier' in body ? rule.fromTier === body.tier : rule.fromAgency === body.agency) &&
  (rule.fromDivision === null || rule.fromDivision === division) &&
  (rule.procedures?.includes(procedure) ?? true)
