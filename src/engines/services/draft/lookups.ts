import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import type { Period, PlainDate } from '#values/plain-date.ts'
import type { CodeList } from '#engines/forms/declare.ts'
import { codeListsOf, communesFrom, type Commune, type Communes, type Lookups } from '#engines/forms/contract.ts'

type CommuneRow = Commune & Period

/** What forms look up as plain data: a page drawn on the server can go on in the browser. */
export interface LookupData {
  readonly today: PlainDate
  readonly codeLists: Readonly<Record<string, CodeList>>
  readonly communes: readonly CommuneRow[]
}

/** Answers what forms look up: code lists as declared, communes as the directory has them. */
export interface LookupSource {
  on(tx: Queries, date: PlainDate): Promise<Lookups>
  data(tx: Queries, date: PlainDate): Promise<LookupData>
}

export function createLookups(lists: readonly CodeList[]): LookupSource {
  const codeLists = codeListsOf(...lists)
  return {
    on: async (tx, today) => ({ today, codeLists, communes: (await knownCommunes(tx)).communes }),
    data: async (tx, today) => ({ today, codeLists, communes: (await knownCommunes(tx)).rows }),
  }
}

const knownCommunes = (tx: Queries): Promise<{ rows: readonly CommuneRow[]; communes: Communes }> =>
  keep(tx, 'communes', async () => {
    const found = await readCommunes(tx)
    return { rows: found, communes: communesFrom(found) }
  })

async function readCommunes(tx: Queries): Promise<CommuneRow[]> {
  const found = await rows(
    tx,
    sql<Commune & Period>`
      select c.code, c.name, greatest(c.valid_from, d.valid_from) as "from", least(c.valid_to, d.valid_to) as "to",
        concat_ws(', ', lower(left(d.name, 1)) || substr(d.name, 2), case when d.tier <> 'province' then lower(left(p.name, 1)) || substr(p.name, 2) end) as within
      from directory.area c
      left join directory.area d on d.code = c.parent_code and daterange(d.valid_from, d.valid_to) && daterange(c.valid_from, c.valid_to)
      left join lateral (
        select name from directory.area p where p.code = d.parent_code and daterange(p.valid_from, p.valid_to) && daterange(d.valid_from, d.valid_to)
        order by p.valid_from limit 1
      ) p on true
      where c.tier = 'commune'`,
  )
  return found.map((row) => ({ ...row, from: row.from ?? undefined, to: row.to ?? undefined }))
}
