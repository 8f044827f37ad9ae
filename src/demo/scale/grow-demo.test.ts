import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { parseAnswers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { createContentStore } from '#kernel/storage/create-store.ts'
import { verifyTrail } from '#engines/audit/verify-trail.ts'
import { createLookups, procedureVersion } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { done, fileDossier, licenceExchange } from '../../commands/testing/story.ts'
import { startTestPlatform, type TestPlatform } from '../../commands/testing/test-platform.ts'
import { growDemo } from './grow-demo.ts'
import { trailMonths } from './leave-trail.ts'

/** The demo province grown to many dossiers over ten years: as believable and as right as those it is grown from. */

const wanted = 900
let grown: TestPlatform
const query = <Row extends object>(text: string) => grown.query<Row>(text)

beforeAll(async () => {
  grown = await startTestPlatform()
  await growDemo(grown.url, createContentStore({ dataDirectory: grown.directory, s3Url: undefined }), {
    dossiers: wanted,
    now: grown.platform.runner.now(),
  })
}, 240_000)
afterAll(() => grown?.stop())

test('there are as many dossiers as were asked for, the most of them ended, over ten years and in every one', async () => {
  const [counted] = await query<{ all: number; years: number; future: number; open: number }>(
    `select count(*)::int as all, count(distinct extract(year from filed_at))::int as years, count(*) filter (where filed_at > now())::int as future,
      count(*) filter (where is_open)::int as open from services.dossier`,
  )
  expect(counted).toMatchObject({ all: wanted, future: 0 })
  expect(counted?.years).toBeGreaterThanOrEqual(10)
  expect(counted?.open).toBeLessThan(wanted / 3)
})

test('everything that is pointed at is there, as the database would have it', async () => {
  const keys = await query<{ name: string; table: string; made: string }>(
    `select quote_ident(conname) as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as made from pg_constraint
      where contype = 'f' and conparentid = 0 and conrelid::regclass::text ~ '^(services|workflow|payments)\\.'`,
  )
  expect(keys.length).toBeGreaterThan(50)
  const broken: string[] = []
  const client = await grown.platform.connection.pool.connect()
  try {
    await client.query('set role none')
    for (const { name, table, made } of keys) {
      await client.query('begin')
      await client
        .query(`alter table ${table} drop constraint ${name}; alter table ${table} add constraint ${name} ${made}`)
        .catch((error: Error) => broken.push(error.message))
      await client.query('rollback')
    }
  } finally {
    client.release(true)
  }
  expect(broken).toEqual([])
})

test('every dossier that has to bring a paper brought it, and whoever may see the dossier opens it', async () => {
  const papers = await query<{ dossierId: string; fileId: string; bytes: number }>(
    `select p.dossier_id as "dossierId", p.file_id as "fileId", f.size::int as bytes from services.dossier_paper p join files.file f on f.id = p.file_id`,
  )
  expect(new Set(papers.map(({ dossierId }) => dossierId)).size).toBeGreaterThan(wanted / 2)
  const [own] = await query<{ id: string; fileId: string }>(
    `select a.id, p.file_id as "fileId" from services.dossier d join identity.account a on a.person_id = d.applicant_id and a.kind = 'citizen'
      join services.dossier_paper p on p.dossier_id = d.id where d.channel = 'online'
        and d.submitter_id = d.applicant_id and d.enterprise_id is null and d.assisted_by is null limit 1`,
  )
  const opened = await grown.platform.app.request(`http://localhost/files/${own?.fileId}`, {
    headers: { Authorization: `Bearer ${(await grown.asAccount({ id: own?.id ?? '', kind: 'citizen' })).token}` },
  })
  expect([opened.status, (await opened.arrayBuffer()).byteLength]).toEqual([200, papers[0]?.bytes])
})

test('what was done with each stands in the audit trail, sealed when it happened, and the trail is whole', async () => {
  const report = await verifyTrail(grown.platform.connection.db)
  expect(report).toMatchObject({ ok: true, findings: [] })
  const [counted] = await query<{ entries: number; months: number; strayed: number }>(
    `select count(*)::int as entries, count(distinct date_trunc('month', at))::int as months,
      (select count(*)::int from audit.entry_default) as strayed from audit.entry where operation ~ '^services'`,
  )
  expect(counted?.entries).toBeGreaterThan(wanted)
  expect(counted?.strayed).toBe(0)
  // The oldest month reaches into the trail with its end alone, on which nothing may have been done.
  expect([trailMonths, trailMonths + 1]).toContain(counted?.months)
})

test('each copy holds what its form took on the day it was filed but for choices that came later, in the name of somebody else', async () => {
  const { db } = grown.platform.connection
  const found = await query<{ versionId: string; answers: object; filedAt: Date; name: string; fullName: string }>(
    `select d.version_id as "versionId", d.answers, d.filed_at as "filedAt", d.applicant_name as name, p.full_name as "fullName"
      from services.dossier d join directory.person p on p.id = d.applicant_id where not exists (select from identity.account a where a.person_id = p.id)`,
  )
  expect(found.length).toBeGreaterThan(wanted / 2)
  const lookups = createLookups(systems.codeLists)
  for (const { versionId, answers, filedAt, name, fullName } of found) {
    expect(name).toBe(fullName)
    const { form } = await procedureVersion(db, versionId)
    // What is reckoned from amounts of the day, such as an allowance, stays as it was reckoned.
    const { places } = parseAnswers(form as Form, answers, await lookups.on(db, dateAt(filedAt)))
    expect(places.filter(({ message }) => !message.en.includes('is not used yet'))).toEqual([])
  }
})

test('books have no gap and no number twice, and the next that is filed takes the next', async () => {
  const gaps = await query(
    `select prefix, day from (
        select regexp_replace(code, '-[0-9]+$', '') as prefix, filed_at::date as day, regexp_replace(code, '^.*-', '')::int as number from services.dossier
      ) d group by 1, 2 having false
      union all select unit_id::text, null from services.book_entry group by unit_id, year having max(number) <> count(*)
      union all select book, null from payments.receipt group by book, year having max(number) <> count(*)
      union all select regexp_replace(code, '-[0-9]+$', ''), null from services.dossier group by 1 having max(regexp_replace(code, '^.*-', '')::int) <> count(*)`,
  )
  expect(gaps).toEqual([])
  const filed = await fileDossier(grown, await grown.as('congdan'), licenceExchange)
  const [before] = await query<{ count: number }>(
    `select count(*)::int as count from services.dossier where code like '${filed.code.replace(/-\d+$/, '')}-%'`,
  )
  expect(filed.code).toMatch(new RegExp(`-0*${before?.count}$`))
})

test('figures are of all of them, and a desk that took money closed in the evening', async () => {
  const { rows } = done(await grown.nobody.call('GET', '/reporting/form-six?from=2000-01-01&by=unit'))
  const received = rows.reduce(
    (sum: number, row: { online: number; direct: number }) => sum + row.online + row.direct,
    0,
  )
  const [counted] = await query<{ received: number; unclosed: number }>(
    `select (select count(*)::int from services.dossier where received_at is not null) as received,
      (select count(*)::int from payments.attempt a where a.closing_id is not null
        and not exists (select from payments.desk_closing c where c.id = a.closing_id)) as unclosed`,
  )
  expect(counted?.unclosed).toBe(0)
  expect(received).toBeGreaterThanOrEqual((counted?.received ?? 0) - 1)
})
