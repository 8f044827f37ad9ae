import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { postRows, type PostRow } from './post.ts'
import { validOn } from './valid-on.ts'

/** Nobody tells an official by more words than these. */
const mostWords = 8

export interface PeopleSearch {
  readonly text: string
  readonly limit: number
  /** Only those of the agency of this unit. */
  readonly agencyOf?: string | undefined
}

/**
 * Officials in posts on a day, of whom each word begins a word of the name, the title, or the name or short name of the unit or
 * its agency, without tone marks. First those whom more of the words
 * fit whole, then those whose names they fit.
 */
export async function findPeople(tx: Queries, search: PeopleSearch, on: PlainDate): Promise<PostRow[]> {
  const words = [...new Set(fold(search.text).split(/[\s,.;:()"'“”/-]+/))]
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map(letterByLetter)
  if (words.length === 0) return []
  const fits = words.map((word) => sql`a.id in (${appointmentsOf(word, on)})`)
  const whole = (text: Fragment): Fragment =>
    sql.join(
      words.map((word) => sql`(${text} ~ ${`\\m${word}\\M`})::int`),
      sql` + `,
    )
  const about = sql`(person.folded || ' ' || p.folded || ' ' || v.folded)`
  return rows(
    tx,
    sql<PostRow>`${postRows(on)} and ${sql.join(fits, sql` and `)}
      ${search.agencyOf === undefined ? sql`` : ofAgency(search.agencyOf, on)}
      order by ${whole(about)} desc, ${whole(sql`person.folded`)} desc, person.folded, p.id limit ${search.limit}`,
  )
}

const ofAgency = (unitId: string, on: PlainDate): Fragment =>
  sql`and v.agency_id = (select own.agency_id from directory.unit_version own where own.unit_id = ${unitId} and ${validOn('own', on)})`

/** A word for a regular expression: signs in it stand for themselves, and so find nobody. */
const letterByLetter = (word: string): string => word.replace(/[^a-z0-9]/g, '\\$&')

/** The appointments that one word may mean; each of the four ways has an index on the words. */
function appointmentsOf(word: string, on: PlainDate): Fragment {
  const start = `\\m${word}`
  return sql`
    select a.id from directory.person n join directory.appointment a on a.person_id = n.id where n.folded ~ ${start}
    union all
    select a.id from directory.post t join directory.appointment a on a.post_id = t.id where t.folded ~ ${start}
    union all
    select a.id from directory.unit_version v join directory.post t on t.unit_id = v.unit_id
      join directory.appointment a on a.post_id = t.id where v.folded ~ ${start} and ${validOn('v', on)}
    union all
    select a.id from directory.unit_version v join directory.unit_version part on part.agency_id = v.unit_id and ${validOn('part', on)}
      join directory.post t on t.unit_id = part.unit_id
      join directory.appointment a on a.post_id = t.id where v.folded ~ ${start} and ${validOn('v', on)}`
}
