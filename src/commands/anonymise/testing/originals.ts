import type pg from 'pg'
import { fold } from '#values/text.ts'

/** Values that were there before: names, numbers, phones and addresses of people and enterprises, longer than five letters. */
export interface Originals {
  /** In small letters, and without their tone marks. */
  readonly written: ReadonlySet<string>
  readonly plain: ReadonlySet<string>
  /** The first two words of each, without tone marks: what does not begin so is none. */
  readonly beginnings: ReadonlySet<string>
}

/** Reads them where they are kept, and in what applicants wrote of others. */
export async function readOriginals(pool: pg.Pool): Promise<Originals> {
  const { rows } = await pool.query<{ value: string }>(
    `select unnest(array[full_name, personal_id, phone, email]) as value from directory.person
      union select unnest(array[code, name, phone, email]) from directory.enterprise
      union select unnest(array[holder_number, holder_name]) from directory.mandate
      union select unnest(array[full_name, phone, email]) from petitions.sender
      union select v #>> '{}' from services.dossier, jsonb_path_query(answers, '$.**.fullName') v
      union select v #>> '{}' from services.dossier, jsonb_path_query(answers, '$.**.personalId') v
      union select v #>> '{}' from services.dossier, jsonb_path_query(answers, '$.**.phone') v
      union select v #>> '{}' from services.dossier, jsonb_path_query(answers, '$.**.email') v`,
  )
  const values = rows.flatMap(({ value }) => (value && value.length > 5 ? [small(value)] : []))
  const plain = values.map(fold)
  return {
    written: new Set(values),
    plain: new Set(plain),
    beginnings: new Set(plain.map((one) => one.split(' ').slice(0, 2).join(' '))),
  }
}

const small = (text: string) => text.normalize('NFC').toLowerCase()

/** Names of places and bodies are like names of people without their tone marks: thị trấn Thanh Sơn. */
const places = ['directory.area', 'directory.unit_version']

/** Where any of these still stands, in any column of any table, as a part of any text. */
export async function findOriginals(pool: pg.Pool, originals: Originals): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
      and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
      and not c.oid::regclass::text = any ($1) order by 1`,
    [places],
  )
  const found: string[] = []
  // With what the planner remembers of their values.
  for (const { name } of [...tables, { name: 'pg_catalog.pg_stats' }]) {
    const { rows } = await pool.query<{ row: string }>(
      `select t::text as row from ${name} t where not t::text like any ($1)`,
      [name === 'pg_catalog.pg_stats' ? places.map((place) => `(${place.replace('.', ',')},%`) : []],
    )
    const here = new Set(rows.flatMap(({ row }) => [...foundIn(row, originals)]))
    for (const one of here) found.push(`${name}: ${one}`)
  }
  return found
}

const longestName = 8

function* foundIn(row: string, { written, plain, beginnings }: Originals) {
  const text = small(row)
  const words = text.match(/[\p{L}'’-]+|[^\p{L}'’\s-]+/gu) ?? []
  const bare = words.map(fold)
  for (let at = 0; at + 1 < words.length; at += 1) {
    if (!beginnings.has(`${bare[at]} ${bare[at + 1]}`)) continue
    for (let end = at + 2; end <= at + longestName; end += 1) {
      const phrase = words.slice(at, end).join(' ')
      // With marks it is another name if they are others; without any it may have been any of them.
      if (written.has(phrase) || (phrase === fold(phrase) && plain.has(phrase))) yield phrase
    }
  }
  for (const run of text.match(/\d{6,}/g) ?? [])
    for (const size of [9, 10, 11, 12])
      for (let at = 0; at + size <= run.length; at += 1)
        if (written.has(run.slice(at, at + size))) yield run.slice(at, at + size)
  for (const address of text.match(/[\w.+-]+@[\w.-]+\w/g) ?? []) if (written.has(address)) yield address
}
