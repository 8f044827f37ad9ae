import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { hashPassword } from '#engines/identity/index.ts'
import type { FileStore } from '#engines/files/index.ts'
import { systems } from '#systems/index.ts'
import { allColumns } from './all-columns.ts'
import { replaceColumns } from './replace-columns.ts'
import { replaceFiles } from './replace-files.ts'
import { replaceFunctions } from './replace-functions.ts'

export interface Anonymised {
  readonly rows: number
  readonly files: number
  /** Of every account, and the login of one administrator. */
  readonly password: string
  readonly administrator: string | undefined
}

/** An operator says of a restored copy, and never of the real database: `alter database NAME set lien_thong.is_copy = 'yes'`. */
const mark = `select current_database() as name, coalesce(current_setting('lien_thong.is_copy', true), '') = 'yes' as "isCopy"`

/**
 * Replaces, in one transaction, everything that a copy of the database says of people; sessions, secrets, work that waits and the trail are taken
 * out whole. Refuses a database that is not marked as a copy, or whose name was not said.
 */
export async function anonymise(url: string, name: string, store: FileStore): Promise<Anonymised> {
  const client = new pg.Client({ connectionString: url, application_name: 'lien-thong anonymise' })
  await client.connect()
  try {
    const marked = (await client.query<{ name: string; isCopy: boolean }>(mark)).rows[0]
    if (marked?.name !== name) throw new Error(`this is the database ${marked?.name}, not ${name}`)
    if (!marked.isCopy)
      throw new Error(
        `${name} is not marked as a copy; say of the copy, never of the real one: alter database ${name} set lien_thong.is_copy = 'yes'`,
      )
    await client.query('begin')
    // Triggers guard what people do; here everything is written anew.
    await client.query(`set local session_replication_role = replica`)
    await client.query('set local statement_timeout = 0')
    const password = randomBytes(9).toString('base64url')
    await prepare(client, password)
    await emptyTables(client)
    const rows = await replaceColumns(client)
    const files = await replaceFiles(client, store)
    const administrator = await findAdministrator(client)
    await client.query('drop table copy_key, copy_word cascade')
    await client.query('commit')
    // Old rows lie in the pages of the tables until these are written anew.
    await client.query('vacuum full analyze')
    return { rows, files, password, administrator }
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client, password: string) {
  await client.query(replaceFunctions)
  await client.query('insert into copy_key values ($1)', [randomBytes(32).toString('hex')])
  // What is declared says nothing of people: answers that are one of these stay, so that forms and processes go on.
  await client.query(`insert into copy_word
    select distinct word from (
      select value #>> '{}' as word from services.procedure_version, jsonb_path_query(declaration::jsonb, 'lax $.** ? (@.type() == "string")') as value
      union all select jsonb_object_keys(value) from services.procedure_version, jsonb_path_query(declaration::jsonb, 'lax $.** ? (@.type() == "object")') as value
      union all select code from directory.area union all select code from directory.unit
    ) as words where word <> '' and length(word) < 1000`)
  const more = [...leavesOf(systems.codeLists), 'male', 'female', 'vi', 'en', 'answers', 'papers']
  await client.query('insert into copy_word select distinct unnest($1::text[]) on conflict do nothing', [more])
  await client.query('insert into copy_word values ($1)', [await hashPassword(password)])
  await client.query('analyze copy_word')
}

/** Every text in it. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

/** Secrets, sessions, work that waits, and the trail: its entries are sealed as they were, and no honest trail has others. The copy begins its own. */
async function emptyTables(client: pg.Client) {
  const empty = Object.entries(allColumns).flatMap(([table, rules]) => (rules === 'empty' ? [table] : []))
  for (const table of [...empty, 'pgboss.job']) await client.query(`delete from ${table}`)
}

async function findAdministrator(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ login: string }>(
    `select acc.login from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null
      join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff' and acc.status = 'active'
      where p.function = 'administrator' order by acc.login limit 1`,
  )
  return rows[0]?.login
}
