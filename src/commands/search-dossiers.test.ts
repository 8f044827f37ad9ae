import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#kernel/database/connect.ts'
import { fold } from '#values/text.ts'
import { shakeRights } from './testing/shake-rights.ts'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The search box finds what its caller may see and what bears the words, nothing else and nothing less. */

interface Row {
  readonly id: string
  readonly code: string
  readonly applicantName: string
  readonly enterpriseName: string | null
  readonly procedureName: string
  readonly procedureCode: string
}

let test: TestPlatform
let all: Visitor
let staff: readonly Visitor[]

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 150 })
  // Over ten years, so that a search goes back through months, years and all time; every third is open.
  await test.query(
    `update services.dossier set filed_at = filed_at - make_interval(days => (hashtext(id::text) & 4095)),
      is_open = is_open or hashtext(id::text) % 3 = 0`,
  )
  await test.query(
    `update services.dossier_access a set filed_at = d.filed_at, is_open = d.is_open from services.dossier d where d.id = a.dossier_id`,
  )
  await test.query(
    `update services.dossier_search s set filed_at = d.filed_at, seen_by = services.search_keys(0, d.filed_at)
      || array(select unnest(services.search_keys(a.principal, d.filed_at)) from services.dossier_access a where a.dossier_id = d.id)
      from services.dossier d where d.id = s.dossier_id`,
  )
  await shakeRights(test, 20_261_128)
  // The index still has who saw it once; they see it no more.
  await test.query(
    `update services.dossier_access set ends_at = now() - interval '1 day' where (dossier_id, principal) in (
      select dossier_id, max(principal) from services.dossier_access group by 1 having hashtext(dossier_id::text) % 4 = 0)`,
  )
  all = await test.as('chutich.tinh')
  const accounts = await test.query<{ id: string }>(
    `select a.id from identity.account a where a.kind = 'staff' and a.status = 'active' and not a.must_change_password and exists (
      select from directory.appointment h join directory.post p on p.id = h.post_id join directory.principal q on q.unit_id = p.unit_id
        join services.dossier_access x on x.principal = q.key where h.person_id = a.person_id) order by md5(a.id::text) limit 16`,
  )
  const asked = await Promise.all(accounts.map(({ id }) => test.asAccount({ id, kind: 'staff' })))
  const answers = await Promise.all(asked.map((who) => who.call('GET', '/services/dossiers?limit=1')))
  staff = asked.filter((_, at) => answers[at]?.status === 200)
  expect(staff.length).toBeGreaterThan(7)
}, 240_000)
afterAll(() => test.stop())

/** Every page of a list. */
async function pages(who: Visitor, query: Record<string, string>): Promise<Row[]> {
  const found: Row[] = []
  for (let after: string | undefined; ;) {
    const asked = new URLSearchParams({ ...query, ...(after === undefined ? {} : { after }) })
    const page = done(await who.call('GET', `/services/dossiers?${asked}`)) as { rows: Row[]; next?: string }
    found.push(...page.rows)
    after = page.next
    if (after === undefined) return found
  }
}

const ids = (found: readonly Row[]) => found.map(({ id }) => id)

/** The words that a dossier bears: of its code, its people and its procedure, as its row and its procedure say them. */
async function wordsOf(rows: readonly Row[]): Promise<Map<string, string[]>> {
  const named = await test.query<{ id: string; name: string }>(
    `select d.id, v.declaration -> 'name' ->> 'vi' as name from services.dossier d join services.procedure_version v on v.id = d.version_id`,
  )
  const formal = new Map(named.map(({ id, name }) => [id, name]))
  return new Map(
    rows.map((row) => [
      row.id,
      split([row.code, row.applicantName, row.enterpriseName, row.procedureName, formal.get(row.id)].join(' ')),
    ]),
  )
}

const split = (text: string) => fold(text).split(/[^a-z0-9]+/)
const bears = (borne: readonly string[] | undefined, text: string) =>
  split(text).every((word) => borne?.some((one) => one.startsWith(word)))

describe('what is sought', () => {
  it.each(['open', 'all'])(
    'is found page by page in the order of the list %s, by everybody who may see it and by nobody else',
    async (view) => {
      let hits = 0
      for (const who of [all, ...staff]) {
        const seen = await pages(who, { view, limit: '200' })
        const borne = await wordsOf(seen)
        const [one] = seen.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        for (const text of [
          'nguyễn',
          'ngu thi',
          'giay phep',
          'cap doi',
          'xyz',
          one?.applicantName ?? 'le',
          one?.code.slice(-11) ?? '26',
        ]) {
          const found = await pages(who, { view, text, limit: '7' })
          expect({ text, found: ids(found) }).toEqual({
            text,
            found: ids(seen.filter(({ id }) => bears(borne.get(id), text))),
          })
          hits += found.length
        }
        const procedure = one?.procedureCode ?? licenceExchange
        expect(ids(await pages(who, { view, procedure, limit: '7' }))).toEqual(
          ids(seen.filter((row) => row.procedureCode === procedure)),
        )
      }
      expect(hits).toBeGreaterThan(view === 'all' ? 100 : 20)
    },
    120_000,
  )

  it('is told best first while one types: who bears the name as it was written, before who only begins so', async () => {
    const citizen = await test.as('congdan')
    const { id, code } = await fileDossier(test, citizen, licenceExchange)
    const [{ name }] = (await test.query<{ name: string }>(
      `select applicant_name as name from services.dossier where id = $1`,
      [id],
    )) as [{ name: string }]
    const typed = async (text: string) =>
      done(await all.call('GET', `/services/found-dossiers?text=${encodeURIComponent(text)}&limit=20`)) as Row[]
    expect((await typed(name))[0]?.applicantName).toBe(name)
    expect(ids(await typed(code))).toEqual([id])
    for (let letters = 2; letters <= name.length; letters += 1) {
      const found = await typed(name.slice(0, letters))
      const borne = await wordsOf(found)
      const text = name.slice(0, letters)
      expect(found.length).toBeGreaterThan(0)
      for (const row of found) expect({ text, bears: bears(borne.get(row.id), text) }).toEqual({ text, bears: true })
    }
  })

  it('by a whole number of a dossier, person, enterprise or result is that of the number, and only for who may see it', async () => {
    const numbers = await test.query<{ id: string; code: string; person: string | null; result: string | null }>(
      `select d.id, d.code, p.personal_id as person, r.number as result from services.dossier d join directory.person p on p.id = d.applicant_id
        left join services.result r on r.dossier_id = d.id order by r.number is null, d.id limit 12`,
    )
    expect(numbers.filter(({ result }) => result !== null).length).toBeGreaterThan(3)
    for (const { id, code, person, result } of numbers) {
      expect(ids(await pages(all, { view: 'all', text: code.toLowerCase() }))).toEqual([id])
      for (const number of [person, result])
        if (number !== null) {
          expect(ids(await pages(all, { view: 'all', text: number }))).toContain(id)
          for (const who of staff) {
            const may = (await who.call('GET', `/services/dossiers/${id}`)).status === 200
            expect(ids(await pages(who, { view: 'all', text: number })).includes(id)).toBe(may)
          }
        }
    }
  }, 60_000)

  it('is found from the moment it is filed and by whom it comes to, and no longer among the open ones once it is ended', async () => {
    const citizen = await test.as('congdan')
    const { id, code } = await fileDossier(test, citizen, licenceExchange)
    const specialist = await test.as('chuyenvien.gtvt')
    const finds = async (who: Visitor, view: string) =>
      ids(await pages(who, { view, text: code.slice(-11) })).includes(id)
    expect([await finds(all, 'open'), await finds(all, 'all')]).toEqual([true, true])
    await walkTo(test, id, 'appraise')
    expect(await finds(specialist, 'open')).toBe(true)
    done(await citizen.call('POST', `/services/my/dossiers/${id}/withdrawal`, { reason: 'Tôi nộp nhầm thủ tục' }))
    await test.settle()
    const [now] = await test.query<{ isOpen: boolean }>(
      `select is_open as "isOpen" from services.dossier where id = $1`,
      [id],
    )
    expect([await finds(all, 'open'), await finds(all, 'all')]).toEqual([now?.isOpen, true])
  })

  it('is known for everybody who came to see it, also when two come at once, or before it stood in the index', async () => {
    const owner = connect(test.url, { size: 3 })
    const [one, other] = [await owner.pool.connect(), await owner.pool.connect()]
    try {
      const [{ id, had }] = (
        await owner.pool.query<{ id: string; had: number[] }>(
          `select dossier_id as id, array_agg(principal) as had from services.dossier_access group by 1 having count(*) > 1 order by 1 limit 1`,
        )
      ).rows as [{ id: string; had: number[] }]
      const [first, second] = (
        await owner.pool.query<{ key: number }>(
          `select key from directory.principal where key <> all ($1) order by key desc limit 2`,
          [had],
        )
      ).rows.map(({ key }) => key)
      const add = (client: typeof one, key: number | undefined) =>
        client.query(
          `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open)
            select id, $2, 'works', deadline, filed_at, is_open from services.dossier where id = $1`,
          [id, key],
        )
      await owner.pool.query(`delete from services.dossier_search where dossier_id = $1`, [id])
      await one.query('begin')
      await add(one, first)
      const waits = add(other, second)
      await pause(200)
      await one.query('commit')
      await waits
      const { rows } = await owner.pool.query<{ seen: number[] }>(
        `select array(select unnest(seen_by) / 1000000 group by 1 order by 1)::int[] as seen from services.dossier_search where dossier_id = $1`,
        [id],
      )
      expect(rows[0]?.seen).toEqual([0, ...had, first ?? 0, second ?? 0].toSorted((a, b) => a - b))
    } finally {
      one.release()
      other.release()
      await owner.close()
    }
  })
})
