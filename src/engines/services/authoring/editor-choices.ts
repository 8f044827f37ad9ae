import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import type { Json } from '#values/layers.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { validOn } from '#engines/directory/index.ts'
import type { CodeList } from '#engines/forms/declare.ts'

interface Choice {
  readonly value: string
  readonly text: Words
}

/** What the editor of a draft offers to choose from: as the organisation is on a day, and as code lists are declared. */
export async function editorChoices(tx: Queries, codeLists: readonly CodeList[], declaration: Json, on: PlainDate) {
  const written = JSON.stringify(declaration)
  return {
    ...(await keep(tx, `editor choices ${on}`, () => ofProvince(tx, on))),
    codeLists: codeLists.map(({ name, title, entries }) => ({
      value: name,
      text: title,
      // Those of lists that the draft goes by, for its conditions and calculations; of the others the name is enough.
      entries: written.includes(`"${name}"`) ? entries.map(({ code, label }) => ({ value: code, text: label })) : [],
    })),
  }
}

interface Agency {
  readonly code: string
  readonly key: number
  readonly name: string
}

/** The agencies of the province on a day, which decide by procedures of their own. */
export const agenciesOf = (tx: Queries, on: PlainDate): Promise<Agency[]> =>
  keep(tx, `agencies ${on}`, () =>
    rows(
      tx,
      sql<Agency>`select u.code, u.key, v.name from directory.unit u join directory.unit_version v on v.unit_id = u.id
        where ${validOn('v', on)} and v.tier = 'province' and v.agency_id = u.id order by v.name`,
    ),
  )

async function ofProvince(tx: Queries, on: PlainDate) {
  const functions = await rows(
    tx,
    sql<Choice>`select function as value, title as text from directory.role order by title->>'vi'`,
  )
  const agencies = await agenciesOf(tx, on)
  const tiers = await rows(
    tx,
    sql<{
      tier: string
    }>`select a.tier from directory.area a where ${validOn('a', on)} group by a.tier order by count(*)`,
  )
  return {
    functions,
    agencies: agencies.map(({ code, name }): Choice => ({ value: code, text: { vi: name, en: name } })),
    tiers: tiers.map(({ tier }): Choice => ({ value: tier, text: sayTier(tier) })),
  }
}
