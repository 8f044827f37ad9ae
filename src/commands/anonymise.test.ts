import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { createFileStore } from '#engines/files/index.ts'
import { anonymise, type Anonymised } from './anonymise/anonymise.ts'
import { allColumns, rulesOf } from './anonymise/all-columns.ts'
import { textColumns } from './anonymise/replace-columns.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** A copy of the demo, with a mark in every place that can hold something of a person, before and after. */

let platform: TestPlatform
let owner: pg.Client
let name: string
const mark = 'Mốc Zzyx Đánh Dấu'
const folded = 'zzyx'

beforeAll(async () => {
  platform = await startTestPlatform()
  name = new URL(platform.url).pathname.slice(1)
  owner = new pg.Client({ connectionString: platform.url })
  await owner.connect()
}, 120_000)
afterAll(async () => {
  await owner.end()
  await platform.stop()
})

const columnsOf = async () =>
  (await owner.query<{ table: string; column: string; type: string; isKept: boolean }>(textColumns)).rows

test('every column that can hold a text is classified, and nothing is that is not there', async () => {
  const columns = await columnsOf()
  const unsaid = columns.filter(({ table, column }) => {
    const rules = allColumns[table]
    return rules === undefined || (rules !== 'empty' && !rulesOf(table)!.has(column))
  })
  expect(unsaid.map(({ table, column }) => `${table}.${column}`)).toEqual([])
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const gone = Object.keys(allColumns).flatMap((table) =>
    [...(rulesOf(table)?.keys() ?? [])].map((column) => `${table}.${column}`).filter((one) => !there.has(one)),
  )
  expect(gone).toEqual([])
})

test('a database that is not marked as a copy, or not the one that was named, is refused untouched', async () => {
  const store = createFileStore({ s3Url: undefined, dataDirectory: platform.directory })
  const people = () => owner.query('select full_name from directory.person order by id')
  const before = (await people()).rows
  await expect(anonymise(platform.url, name, store)).rejects.toThrow('not marked as a copy')
  await expect(anonymise(platform.url, 'lienthong', store)).rejects.toThrow(`this is the database ${name}`)
  expect((await people()).rows).toEqual(before)
})

describe('of a copy', () => {
  let made: Anonymised
  let before: { numbers: string[]; names: string[]; dossiers: number; sizes: unknown }
  const planted: string[] = []

  beforeAll(async () => {
    await platform.upload(await platform.as('congdan'), `${mark}.pdf`)
    await plant()
    before = {
      numbers: await valuesOf(`select unnest(array[personal_id, phone, email]) from directory.person
        union select unnest(array[code, phone, email]) from directory.enterprise union select login from identity.account where login <> ''
        union select sha256 from files.content`),
      names: await valuesOf(`select full_name from directory.person where full_name like '% % %'`),
      dossiers: (await platform.query('select 1 from services.dossier')).length,
      sizes: await sizes(),
    }
    await owner.query(`alter database ${name} set lien_thong.is_copy = 'yes'`)
    made = await anonymise(platform.url, name, createFileStore({ s3Url: undefined, dataDirectory: platform.directory }))
  }, 240_000)

  const valuesOf = async (text: string) =>
    (await owner.query<string[]>({ text, rowMode: 'array' })).rows.flatMap(([value]) => (value ? [value] : []))
  const sizes = async () =>
    (
      await owner.query(`select (select count(*)::int from directory.person) as people, (select count(*)::int from services.dossier) as dossiers,
      (select count(*)::int from directory.person p join services.dossier d on d.applicant_name = p.full_name) as joined,
      (select count(distinct personal_id)::int from directory.person) as numbers`)
    ).rows[0] as Record<string, number>

  /** Puts the mark into every column that is replaced or emptied and that takes it, in a row that is there. */
  async function plant() {
    await owner.query(`set session_replication_role = replica`)
    for (const { table, column, type } of await columnsOf()) {
      const rule = rulesOf(table)?.get(column) ?? 'empty'
      if (['keep', 'codes', 'content', 'folded', 'password', 'date', 'ending', 'bytes'].includes(rule)) continue
      const value = {
        text: `'${mark} 0987123456'`,
        'text[]': `array['${mark}']`,
        jsonb: `jsonb_build_object('moc', '${mark}', 'sau', jsonb_build_array('${mark}: lời, viết 1'))`,
        json: `'{"moc": "${mark}"}'::json`,
      }[type]
      if (value === undefined) continue
      const taken = await owner
        .query(
          `update ${table} set "${column}" = ${value} where ctid = (select ctid from ${table} order by ctid desc limit 1)`,
        )
        .catch(() => undefined)
      if (taken?.rowCount) planted.push(`${table}.${column}`)
    }
    await owner.query('reset session_replication_role')
  }

  /** Every row of every table, as text. */
  async function everything(): Promise<string> {
    const tables =
      await valuesOf(`select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`)
    const parts: string[] = []
    for (const table of tables) parts.push(...(await valuesOf(`select to_jsonb(t)::text from ${table} t`)))
    return parts.join('\n')
  }

  test('no mark, name, number, phone, address, login or digest of a file is left in any table', async () => {
    expect(planted.length).toBeGreaterThan(40)
    const text = await everything()
    expect(text.length).toBeGreaterThan(100_000)
    expect(text.toLowerCase()).not.toContain(folded)
    expect(text).not.toContain('0987123456')
    // Short logins such as "huyen" are words, too.
    expect(before.numbers.filter((value) => value.length >= 9 && text.includes(value))).toEqual([])
    expect(before.names.filter((value) => text.includes(value))).toEqual([])
  })

  test('sessions, secrets, work that waits and the trail are gone', async () => {
    for (const table of [
      'identity.session',
      'identity.totp',
      'identity.passkey',
      'kernel.outbox',
      'kernel.idempotency',
      'audit.seal',
      'notification.push_key',
    ])
      expect([table, await valuesOf(`select 1::text from ${table}`)]).toEqual([table, []])
  })

  test('who was one person is one person still, as many as before, with numbers of their own', async () => {
    expect(await sizes()).toEqual(before.sizes)
    expect(Number((before.sizes as Record<string, number>)['joined'])).toBeGreaterThan(0)
    expect(await valuesOf(`select personal_id from directory.person where personal_id !~ '^\\d{12}$'`)).toEqual([])
  })

  test('the copy works: its administrator signs in, a dossier is found by its new name and by the end of its new phone', async () => {
    const { administrator, password } = made
    const signed = done(await platform.nobody.call('POST', '/identity/sign-in', { login: administrator, password }))
    expect(signed.token).toEqual(expect.any(String))
    const [one] = await platform.query<{ folded: string; applicant: string; phone: string; ending: string }>(
      `select d.folded, kernel.fold(d.applicant_name) as applicant, d.answers->'applicant'->>'phone' as phone, d.lookup_fact as ending
        from services.dossier d where d.answers->'applicant'->>'phone' ~ '^0\\d{9}$' order by d.id limit 1`,
    )
    expect(one!.folded).toContain(one!.applicant)
    expect(one!.phone.slice(-4)).toBe(one!.ending)
  })

  test('every file opens as what it is, and none is what was sent', async () => {
    const store = createFileStore({ s3Url: undefined, dataDirectory: platform.directory })
    const files = await platform.query<{ sha256: string; mediaType: string }>(
      `select distinct sha256, media_type as "mediaType" from files.file where sha256 is not null`,
    )
    expect(files.length).toBeGreaterThan(0)
    for (const { sha256, mediaType } of files) {
      const bytes = Buffer.concat(await (await store.open(sha256)).toArray())
      if (mediaType === 'application/pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
})
