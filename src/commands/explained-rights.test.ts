import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { actorOfPerson, createAccount, openAccountPolicy } from '#engines/identity/index.ts'
import { dossierAccess, maySee } from '#engines/services/dossier/dossier-access.ts'
import { shakeRights } from './testing/shake-rights.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whoever answers for rights is told what the rule decides, never something beside it. */

let test: TestPlatform
let admin: Visitor
let staff: readonly { person: string; account: string; open: boolean }[]
let dossiers: readonly { id: string; code: string }[]

beforeAll(async () => {
  test = await startTestPlatform()
  admin = await test.as('quantri')
  await shakeRights(test, 20_260_101)
  staff = await test.query(
    `select distinct a.person_id as person, a.id as account, a.status = 'active' as open from identity.account a
      join directory.appointment h on h.person_id = a.person_id where a.kind = 'staff' order by 1`,
  )
  dossiers = await test.query(`select id, code from services.dossier order by code`)
}, 120_000)
afterAll(() => test.stop())

const explain = async (person: string, code: string, who = admin) =>
  who.call('GET', `/services/access/explanation?person=${person}&dossier=${encodeURIComponent(code)}`)

const pick = <Value>(all: readonly Value[], nth: number) => all[nth % all.length] as Value
const pairs = fc.record({ nth: fc.nat(), which: fc.nat() })

/** Holders of posts in the units of a dossier, and those to whom such posts are lent: half of the draws are of them, for most others see nothing. */
const concerned = () =>
  test.query<{ person: string; account: string; id: string; code: string }>(
    `select distinct acc.person_id as person, acc.id as account, d.id, d.code
      from services.dossier_access x join services.dossier d on d.id = x.dossier_id
      join directory.principal q on q.key = x.principal
      join directory.post p on p.unit_id = q.unit_id
      left join directory.delegation g on g.from_post_id = p.id
      join directory.appointment h on h.post_id in (p.id, g.to_post_id)
      join identity.account acc on acc.person_id = h.person_id and acc.kind = 'staff'
      order by d.code, acc.id`,
  )

describe('an explanation', () => {
  it('comes to what the detail decides, and its rules come to the same, for anybody and any dossier', async () => {
    const near = await concerned()
    const came = { seen: 0, unseen: 0 }
    const check = async (who: { person: string; account: string }, dossier: { id: string; code: string }) => {
      const visitor = await test.asAccount({ id: who.account, kind: 'staff' })
      const opened = await visitor.call('GET', `/services/dossiers/${dossier.id}`)
      const told = done(await explain(who.person, dossier.code))
      expect({ ...dossier, ...who, canSee: told.canSee }).toEqual({ ...dossier, ...who, canSee: opened.status === 200 })
      const verdicts = (told.rules as { code: string; verdict: string }[]).map(({ code, verdict }) => [code, verdict])
      const of = Object.fromEntries(verdicts) as Record<string, string>
      const forbidden = Object.values(of).includes('no')
      expect(!forbidden && ['PV-01', 'PV-02', 'CX-01'].some((code) => of[code] === 'yes')).toBe(told.canSee)
      came[told.canSee ? 'seen' : 'unseen'] += 1
      if (opened.status !== 200) return
      const acts = (all: { action: string; step?: string; to?: string; refused?: object }[]) =>
        all.map(({ action, step, to, refused }) => ({ action, step, to, refused }))
      expect(acts(told.acts)).toEqual(acts(opened.body.allowed))
      expect([told.canAdvise, told.canWriteResult]).toEqual([opened.body.canAdvise, opened.body.canWriteResult])
    }
    await fc.assert(
      fc.asyncProperty(pairs, async ({ nth, which }) => {
        await check(pick(staff, nth), pick(dossiers, which))
        const one = pick(near, nth)
        await check(one, one)
      }),
      { numRuns: 40, endOnFailure: true },
    )
    expect(Math.min(came.seen, came.unseen)).toBeGreaterThan(4)
  }, 60_000)

  it('of another moment takes delegations, appointments and grants as they were then', async () => {
    const [one] = await test.query<{ person: string; code: string; id: string; key: number }>(
      `select h.person_id as person, d.code, d.id, p.key from services.dossier d, directory.post p
        join directory.appointment h on h.post_id = p.id and h.valid_to is null and h.kind = 'regular'
        join identity.account acc on acc.person_id = h.person_id and acc.status = 'active' and not acc.must_change_password
        where p.function = 'specialist' and not exists (select from directory.appointment x where x.person_id = h.person_id and x.post_id <> p.id)
          and not exists (select from directory.delegation g where g.to_post_id = p.id)
          and not exists (select from services.dossier_access x where x.dossier_id = d.id and x.principal in (p.key, (select key from directory.unit u where u.id = p.unit_id)))
        order by p.key, d.code limit 1`,
    )
    const { person, code, id, key } = one as NonNullable<typeof one>
    await test.query(`update identity.account set created_at = now() - interval '30 days' where person_id = $1`, [
      person,
    ])
    await test.query(
      `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at, ends_at)
        select d.id, $2, 'granted', d.deadline, d.filed_at, d.is_open, now() - interval '2 days', now() + interval '2 days'
        from services.dossier d where d.id = $1`,
      [id, key],
    )
    const seesIn = async (days: number) => {
      const at = new Date(Date.now() + days * 86_400_000).toISOString()
      const path = `/services/access/explanation?person=${person}&dossier=${code}&at=${encodeURIComponent(at)}`
      return done(await admin.call('GET', path)).canSee
    }
    expect([await seesIn(-3), await seesIn(-1), await seesIn(1), await seesIn(3)]).toEqual([false, true, true, false])
    expect(done(await explain(person, code)).canSee).toBe(true)
  })

  it('of a past moment takes no delegation that was written since, and one that was revoked since', async () => {
    const [one] = await test.query<{ person: string; to: string; code: string; from: string }>(
      `select h.person_id as person, p.id as to, d.code, giver.id as from
        from services.dossier d
        join services.dossier_access x on x.dossier_id = d.id and x.reason <> 'granted' and coalesce(x.granted_at, x.filed_at) < now() - interval '2 days'
        join directory.unit u on u.key = x.principal
        join directory.post giver on giver.unit_id = u.id and giver.function = 'specialist', directory.post p
        join directory.appointment h on h.post_id = p.id and h.valid_to is null and h.kind = 'regular'
        join identity.account acc on acc.person_id = h.person_id and acc.status = 'active' and not acc.must_change_password
        where p.function = 'specialist' and not exists (select from directory.appointment a where a.person_id = h.person_id and a.post_id <> p.id)
          and not exists (select from directory.delegation g where g.to_post_id = p.id)
          and not exists (select from services.dossier_access y where y.dossier_id = d.id and y.principal in (p.key, (select key from directory.unit v where v.id = p.unit_id)))
        order by p.key desc, d.code limit 1`,
    )
    const { person, code, from, to } = one as NonNullable<typeof one>
    await test.query(`update identity.account set created_at = now() - interval '30 days' where person_id = $1`, [
      person,
    ])
    const seenYesterday = async () => {
      const at = new Date(Date.now() - 86_400_000).toISOString()
      const path = `/services/access/explanation?person=${person}&dossier=${code}&at=${encodeURIComponent(at)}`
      return done(await admin.call('GET', path)).canSee
    }
    const lent = async (created: string, revoked: string | null) =>
      test.query(
        `insert into directory.delegation (id, from_post_id, to_post_id, kind, valid_from, valid_to, created_by, created_at, revoked_at)
          values (gen_random_uuid(), $1, $2, 'absence', current_date - 5, current_date + 5, 'test', now() - $3::interval, now() - $4::interval)`,
        [from, to, created, revoked],
      )
    await lent('0 days', null)
    expect([await seenYesterday(), done(await explain(person, code)).canSee]).toEqual([false, true])
    await test.query('update directory.delegation set revoked_at = now() where to_post_id = $1', [to])
    await lent('3 days', '0 days')
    expect([await seenYesterday(), done(await explain(person, code)).canSee]).toEqual([true, false])
  })

  it('says no where a dossier was granted to a post that reads none', async () => {
    await unitAdministrator('STP')
    const [one] = await test.query<{ person: string; code: string }>(
      `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at, ends_at)
        select (select id from services.dossier order by code limit 1), p.key, 'granted', now(), now(), true, now(), now() + interval '2 days'
        from directory.post p where p.function = 'unit-administrator' order by p.key desc limit 1
        returning (select code from services.dossier order by code limit 1) as code,
          (select a.person_id from directory.post p join directory.appointment a on a.post_id = p.id where p.key = principal) as person`,
    )
    const told = done(await explain(one?.person ?? '', one?.code ?? ''))
    expect([told.canSee, told.rules.find((rule: { code: string }) => rule.code === 'QX-01').verdict]).toEqual([
      false,
      'no',
    ])
  })

  it('is for persons and dossiers of units in reach alone, and names nothing beyond them', async () => {
    const head = await unitAdministrator('SGTVT')
    const [mine] = await test.query<{ person: string }>(personOf('SGTVT.QLVT'))
    const [other] = await test.query<{ person: string }>(personOf('STP'))
    const [inReach] = await test.query<{ code: string }>(dossierOf('exists', 'SGTVT'))
    const [beyond] = await test.query<{ code: string }>(dossierOf('not exists', 'SGTVT'))
    expect((await explain(mine?.person ?? '', inReach?.code ?? '', head)).status).toBe(200)
    for (const [person, dossier] of [
      [other?.person, inReach?.code],
      [mine?.person, beyond?.code],
      [mine?.person, 'KHONG-CO-0001'],
    ]) {
      const { status, body } = await explain(person ?? '', dossier ?? '', head)
      expect([status, body.code]).toEqual([404, 'notFound'])
    }
    // Whoever left the agency is in reach no more.
    await test.query(
      `insert into directory.appointment (id, post_id, person_id, kind, valid_from, valid_to)
        select gen_random_uuid(), p.id, $1, 'secondment', current_date - 20, current_date - 2
        from directory.post p join directory.unit u on u.id = p.unit_id where u.code = 'SGTVT.QLVT' order by p.key limit 1`,
      [other?.person],
    )
    expect((await explain(other?.person ?? '', inReach?.code ?? '', head)).status).toBe(404)
    // Citizens see what is theirs; nobody looks up by which right.
    const citizen = done(await (await test.as('congdan')).call('GET', '/identity/me')).person
    expect((await explain(citizen, inReach?.code ?? '')).status).toBe(404)
    for (const path of ['readers', 'readers/export'])
      expect((await head.call('GET', `/services/access/${path}?dossier=${beyond?.code}`)).status).toBe(404)
  })

  it('is in the trail with the person asked about as its subject', async () => {
    const { person } = pick(staff, 3)
    done(await explain(person, pick(dossiers, 3).code))
    const [last] = await test.query<{ subjects: string[]; objects: string[] }>(
      `select subjects, objects from audit.entry where operation = 'services.explainPerson' order by at desc limit 1`,
    )
    expect(last).toEqual({ subjects: [person], objects: [`person:${person}`] })
  })
})

describe('who sees a dossier', () => {
  it('are those, and only those, for whom the predicate answers yes', async () => {
    const { db } = test.platform.connection
    const policy = await openAccountPolicy(readConfig({}), 'demo')
    for (const dossier of dossiers.filter((_, at) => at % 20 === 0)) {
      const told = done(await admin.call('GET', `/services/access/readers?dossier=${dossier.code}`))
      const listed = new Set((told.readers as { personId: string }[]).map((one) => one.personId))
      const decided = new Set<string>()
      for (const [at, { person }] of staff.entries()) {
        // Everybody listed, and every eighth of the others.
        if (!listed.has(person) && at % 8 > 0) continue
        const actor = await actorOfPerson(db, person, new Date(), policy)
        if (actor === undefined) continue
        const access = dossierAccess({ actor, now: () => new Date() })
        const [seen] = await rows(
          db,
          sql`select 1 from services.dossier d where d.id = ${dossier.id} and ${maySee(access)}`,
        )
        if (seen) decided.add(person)
      }
      expect([...listed].sort()).toEqual([...decided].sort())
    }
  }, 60_000)

  it('are officials who can sign in: nobody with only the account of a citizen, nobody whose account is shut', async () => {
    const { db } = test.platform.connection
    const policy = await openAccountPolicy(readConfig({}), 'demo')
    const [citizen] = await test.query<{ id: string }>(
      `select a.person_id as id from identity.account a where a.kind = 'citizen'
        and not exists (select from identity.account b where b.person_id = a.person_id and b.kind = 'staff') limit 1`,
    )
    const shut = staff.find(({ open }) => open) as { person: string; account: string }
    const actorOf = (person: string) => actorOfPerson(db, person, new Date(), policy)
    const setStatus = (status: string) =>
      test.query(`update identity.account set status = $2 where id = $1`, [shut.account, status])
    expect(await actorOf(citizen?.id ?? '')).toBeUndefined()
    await setStatus('disabled')
    expect(await actorOf(shut.person)).toBeUndefined()
    await setStatus('active')
    expect(await actorOf(shut.person)).toBeDefined()
  })

  it('are downloaded as a table that no spreadsheet runs', async () => {
    const code = pick(dossiers, 0).code
    const { personId } = done(await admin.call('GET', `/services/access/readers?dossier=${code}`)).readers[0]
    await test.query(`update directory.person set full_name = '=HYPERLINK("x")' where id = $1`, [personId])
    const csv = new TextDecoder().decode(
      done(await admin.call('GET', `/services/access/readers/export?dossier=${code}`)),
    )
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv.split('\r\n')[0]).toContain('Họ tên,Vị trí')
  })

  it('names applicants only to whoever may open the dossier', async () => {
    const [one] = await test.query<{ code: string }>(dossierOf('exists', 'SGTVT'))
    const namesFor = async (who: Visitor) =>
      done(await who.call('GET', `/services/access/readers?dossier=${one?.code}`)).applicants.map(
        ({ name }: { name: string | null }) => name,
      )
    expect(await namesFor(await unitAdministrator('SGTVT'))).toEqual([null])
    expect(await namesFor(admin)).toEqual([expect.any(String)])
  })
})

const dossierOf = (like: 'exists' | 'not exists', agency: string) =>
  `select d.code from services.dossier d where ${like} (select from services.dossier_access x join directory.unit u on u.key = x.principal
    join directory.unit_version v on v.unit_id = u.id join directory.unit top on top.id = v.agency_id and top.code = '${agency}'
    where x.dossier_id = d.id) order by d.code limit 1`

describe('looking as somebody else', () => {
  const reason = 'Báo thiếu quyền, kiểm tra theo phiếu 12'
  const look = (who: Visitor, person: string) => who.call('POST', '/services/access/views', { person, reason })

  it('counts and lists what they see themselves, without anybody’s name, and tells them with the reason', async () => {
    const [one] = await test.query<{ person: string; account: string }>(
      `select acc.person_id as person, acc.id as account from services.dossier_access x join directory.unit u on u.key = x.principal and x.is_open
        join directory.post p on p.unit_id = u.id and p.function in ('specialist', 'receiver')
        join directory.appointment a on a.post_id = p.id and a.valid_to is null
        join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff' order by 1 limit 1`,
    )
    const { person, account } = one as NonNullable<typeof one>
    await test.query(`update identity.account set status = 'active', must_change_password = false where id = $1`, [
      account,
    ])
    const them = await test.asAccount({ id: account, kind: 'staff' })
    const seen = done(await look(admin, person))
    expect(seen.inbox).toEqual(done(await them.call('GET', '/workflow/inbox/count')))
    expect(seen.dossiers).toEqual(done(await them.call('GET', '/services/dossiers/count')))
    const { rows: own } = done(await them.call('GET', '/services/dossiers?view=open&limit=50'))
    expect(seen.rows.map((row: { code: string }) => row.code)).toEqual(own.map((row: { code: string }) => row.code))
    expect(own.length).toBeGreaterThan(0)
    for (const { applicantName } of own) expect(JSON.stringify(seen)).not.toContain(applicantName)
    const messages = done(await them.call('GET', '/notification/messages?limit=5')).rows
    expect(messages[0].words.vi).toContain(reason)
    const trail = done(await them.call('GET', '/audit/my-data?limit=5')).rows
    expect(trail.map((row: { operation: string }) => row.operation)).toContain('services.seeAs')
  })

  it('is refused beyond reach, and names no code of another agency’s dossiers', async () => {
    const theirs = await unitAdministrator('SGTVT')
    const [other] = await test.query<{ person: string }>(personOf('STP'))
    expect((await look(theirs, other?.person ?? '')).status).toBe(404)
    const [mine] = await test.query<{ person: string }>(personOf('SGTVT.QLVT'))
    const [far] = await test.query<{ id: string }>(dossierOf('not exists', 'SGTVT').replace('d.code', 'd.id'))
    await test.query(
      `update identity.account set status = 'active', must_change_password = false where person_id = $1`,
      [mine?.person],
    )
    await test.query(
      `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at, ends_at)
        select d.id, p.key, 'granted', now(), d.filed_at, true, now(), now() + interval '2 days' from services.dossier d, directory.post p
        join directory.appointment a on a.post_id = p.id and a.person_id = $2 and a.valid_to is null where d.id = $1 on conflict do nothing`,
      [far?.id, mine?.person],
    )
    const { rows: listed } = done(await look(theirs, mine?.person ?? ''))
    expect(listed.map((row: { code: string | null }) => row.code)).toContain(null)
  })
})

/** Whoever administers one agency only. */
async function unitAdministrator(code: string): Promise<Visitor> {
  const [unit] = await test.query<{ id: string }>(`select id from directory.unit where code = $1`, [code])
  const [person] = await test.query<{ id: string }>(
    `insert into directory.person (id, full_name) values (gen_random_uuid(), 'Vi Thị Hạnh') returning id`,
  )
  const { id } = done(
    await admin.call('POST', '/directory/posts', {
      unitId: unit?.id,
      function: 'unit-administrator',
      title: 'Quản trị của Sở',
      from: '2020-01-01',
    }),
  )
  done(await admin.call('POST', `/directory/posts/${id}/appointments`, { personId: person?.id, from: '2020-01-01' }))
  const account = {
    kind: 'staff',
    personId: person?.id ?? '',
    login: `quantri.${id}`,
    passwordHash: '',
  } as const
  return test.asAccount({ id: await createAccount(test.platform.connection.db, account), kind: 'staff' })
}

const personOf = (unit: string) =>
  `select a.person_id as person from directory.appointment a join directory.post p on p.id = a.post_id join directory.unit u on u.id = p.unit_id
    join directory.unit_version v on v.unit_id = u.id join directory.unit top on top.id = v.agency_id
    where (u.code = '${unit}' or top.code = '${unit}') and a.kind = 'regular'
      and not exists (select from directory.appointment b join directory.post o on o.id = b.post_id join directory.unit_version w on w.unit_id = o.unit_id
        where b.person_id = a.person_id and w.agency_id <> v.agency_id) order by p.key limit 1`
