import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '#engines/identity/index.ts'
import { listOperations, type ListedOperation } from '#engines/list-operations.ts'
import { fold } from '#values/text.ts'
import { findSubjects, lendSome, type Subject } from './testing/askers.ts'
import { fileTogether } from './testing/co-applicants.ts'
import { officialOf, postOf } from './testing/posts.ts'
import { nothing, sampleCall } from './testing/sample-call.ts'
import { done, fileDossier, licenceExchange, openTasksOf, walkTo, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/**
 * One predicate says who sees a dossier. Whatever way leads to dossiers, it shows those whose detail opens for that person, all of
 * them and no other; the comparison is with every dossier there is, one by one.
 */

interface Known {
  readonly id: string
  readonly code: string
  readonly isOpen: boolean
  /** Its clock neither stands nor has come to its end. */
  readonly runs: boolean
  readonly deadline: Date
  readonly folded: string
  readonly procedureCode: string
}

let test: TestPlatform
let dossiers: readonly Known[]
let subjects: ReadonlyMap<string, readonly Subject[]>
/** Files of dossiers; without a dossier, what is not sent yet and only its owner reads. */
let papers: readonly { dossierId: string | null; fileId: string; owner: string }[]
let items: readonly { handoverId: string; dossierId: string }[]

beforeAll(async () => {
  test = await startTestPlatform()
  const citizen = await test.as('congdan')
  const filed = await fileDossier(test, citizen, licenceExchange)
  await fileDossier(test, citizen, '2.000488')
  await fileTogether(test, citizen, await test.as('doanhnghiep'))
  await walkTo(test, filed.id, 'appraise')
  await writeDraft(test, citizen, licenceExchange)
  await handOver(filed.id)
  await askAgain(filed.id, citizen)
  await lendSome(test)
  dossiers = await test.query<Known>(
    `select id, code, is_open as "isOpen", status = 'open' and finished_at is null as runs, deadline, folded || ' ' || kernel.fold(procedure_name) as folded,
      procedure_code as "procedureCode" from services.dossier`,
  )
  papers = await test.query(
    `select p.dossier_id as "dossierId", f.id as "fileId", f.owner_account as owner
      from files.file f left join services.dossier_paper p on p.file_id = f.id where f.state = 'accepted'`,
  )
  items = await test.query(`select handover_id as "handoverId", dossier_id as "dossierId" from services.handover_item`)
  subjects = await findSubjects(test)
}, 240_000)
afterAll(() => test.stop())

/** The counter hands the papers of a dossier over to whoever works on it. */
async function handOver(id: string) {
  const receiver = await test.as('motcua.tinh')
  const ready = done(await receiver.call('GET', '/services/handovers/ready')) as {
    dossierId: string
    toUnitId: string
  }[]
  const row = ready.find((one) => one.dossierId === id)
  done(await receiver.call('POST', '/services/handovers', { toUnitId: row?.toUnitId, dossierIds: [id] }))
}

/** A supplement under way: its paper belongs to the dossier when it is sent. */
async function askAgain(id: string, citizen: Visitor) {
  const [task] = await openTasksOf(test, id)
  const official = await test.asHolderOf(task?.assignee as number)
  done(
    await official.call('POST', `/services/dossiers/${id}/supplement`, {
      step: 'appraise',
      pins: [{ path: 'papers.licence', reason: 'Ảnh mờ' }],
    }),
  )
  done(
    await citizen.call('POST', `/services/my/dossiers/${id}/supplement/papers`, {
      paper: 'licence',
      fileId: await test.upload(citizen),
    }),
  )
}

/** What the detail opens, asked of every dossier there is. */
async function openedBy(who: Visitor, path: string): Promise<Set<string>> {
  const opened = new Set<string>()
  for (const { id } of dossiers) {
    const { status, body } = await who.call('GET', `${path}/${id}`)
    if (status === 200) opened.add(id)
    else expect([status, body.code]).toEqual(status === 403 ? [403, 'forbidden'] : [404, 'notFound'])
  }
  return opened
}

const pagesOf = async (
  who: Visitor,
  path: string,
  idOf: (row: Record<string, string>) => string | undefined,
): Promise<string[]> => {
  const ids: string[] = []
  for (let after: string | undefined; ;) {
    const page = done(
      await who.call(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=7${after ? `&after=${encodeURIComponent(after)}` : ''}`,
      ),
    )
    ids.push(...page.rows.map(idOf))
    if (page.next === undefined) return ids
    after = page.next
  }
}

const sorted = (ids: Iterable<string>) => [...ids].sort()
const idsWhere = (opened: ReadonlySet<string>, holds: (one: Known) => boolean) =>
  sorted(dossiers.filter((one) => opened.has(one.id) && holds(one)).map((one) => one.id))
const splitWords = (folded: string) => folded.split(/[^a-z0-9]+/).filter(Boolean)
const textOf = (body: unknown): string => new TextDecoder().decode(body as ArrayBuffer)

async function everyWayOfAnOfficial(who: Visitor, account: string, sample: number) {
  const opened = await openedBy(who, '/services/dossiers')
  const permissions = done(await who.call('GET', '/identity/me')).permissions as string[]
  const reads = permissions.includes('dossier.read')
  if (reads) {
    const list = '/services/dossiers'
    expect(sorted(await pagesOf(who, `${list}?view=all`, (row) => row['id']))).toEqual(sorted(opened))
    expect(sorted(await pagesOf(who, `${list}?view=open`, (row) => row['id']))).toEqual(
      idsWhere(opened, (one) => one.isOpen),
    )
    const asked = dossiers[sample % dossiers.length] as Known
    for (const word of [asked.code, fold(asked.folded.split(' ').at(1) ?? ''), 'a', '%', '_', '\\']) {
      const sought = splitWords(fold(word))
      const found = await pagesOf(who, `${list}?view=all&text=${encodeURIComponent(word)}`, (row) => row['id'])
      expect({ word, found: sorted(found) }).toEqual({
        word,
        found: idsWhere(
          opened,
          ({ folded }) =>
            sought.length > 0 && sought.every((part) => splitWords(folded).some((held) => held.startsWith(part))),
        ),
      })
    }
    expect(sorted(await pagesOf(who, `${list}?view=all&procedure=${asked.procedureCode}`, (row) => row['id']))).toEqual(
      idsWhere(opened, (one) => one.procedureCode === asked.procedureCode),
    )
    for (const view of ['all', 'open'] as const) {
      const csv = textOf(done(await who.call('GET', `${list}/export?view=${view}`)))
      const codes = csv
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0] as string)
      expect(sorted(codes)).toEqual(
        sorted(dossiers.filter((one) => opened.has(one.id) && (view === 'all' || one.isOpen)).map((one) => one.code)),
      )
    }
    const now = new Date()
    expect(done(await who.call('GET', `${list}/count`))).toMatchObject({
      open: idsWhere(opened, (one) => one.isOpen).length,
      late: idsWhere(opened, (one) => one.runs && one.deadline < now).length,
    })
    const lists = done(await who.call('GET', '/services/handovers')) as { id: string; count: number }[]
    const everyOne = dossiers.map(({ id }) => `dossierIds[]=${id}`).join('&')
    const sent = done(await who.call('GET', `/services/result-addresses?${everyOne}`)) as { dossierId: string }[]
    expect(sent.filter((one) => !opened.has(one.dossierId))).toEqual([])
    for (const { handoverId, dossierId } of items)
      expect(lists.some((one) => one.id === handoverId) && !opened.has(dossierId)).toBe(false)
  } else {
    expect(opened.size).toBe(0)
  }
  const counted = done(await who.call('GET', '/workflow/inbox/count'))
  for (const whose of ['mine', 'unit', 'delegated'] as const) {
    const inbox = await pagesOf(who, `/workflow/inbox?whose=${whose}`, (row) => row['subjectId'])
    expect({ whose, beyond: inbox.filter((id) => !opened.has(id)) }).toEqual({ whose, beyond: [] })
    expect(counted[whose].open).toBe(inbox.length)
  }
  if (permissions.includes('task.load')) {
    // The load counts; what it is about is read by whoever reads the dossiers.
    const load = done(await who.call('GET', '/workflow/load')) as { key: number }[]
    const { key } = load[sample % Math.max(load.length, 1)] ?? {}
    const work = key === undefined ? undefined : await who.call('GET', `/workflow/load/${key}?limit=100`)
    if (work?.status === 200)
      expect(work.body.rows.filter((row: { subjectId: string }) => !opened.has(row.subjectId))).toEqual([])
    else if (work !== undefined) expect(work.status).toBe(404)
  }
  if (permissions.includes('dossier.receive')) {
    const ready = done(await who.call('GET', '/services/handovers/ready')) as { dossierId: string }[]
    expect(ready.filter((one) => !opened.has(one.dossierId))).toEqual([])
  }
  await filesAndForms(who, account, opened, sample)
  await writesBeyond(who, opened, sample)
}

/** Files open with their dossier; forms are printed of what one sees. */
async function filesAndForms(who: Visitor, account: string, opened: ReadonlySet<string>, sample: number) {
  for (const { dossierId, fileId, owner } of papers) {
    const answer = await test.platform.app.request(`http://localhost/files/${fileId}`, {
      headers: { Authorization: `Bearer ${who.token}` },
    })
    const opens = dossierId === null ? owner === account : opened.has(dossierId)
    expect({ fileId, status: answer.status }).toEqual({ fileId, status: opens ? 200 : 404 })
    await answer.arrayBuffer()
    // Whoever asks only whether it has changed learns no more.
    const looked = await test.platform.app.request(`http://localhost/files/${fileId}/preview`, {
      headers: { Authorization: `Bearer ${who.token}`, 'If-None-Match': '*' },
    })
    expect({ fileId, status: looked.status }).toEqual({ fileId, status: opens ? 304 : 404 })
  }
  for (const { id } of dossiers.filter((one) => !opened.has(one.id))) {
    expect((await who.call('GET', `/services/dossiers/${id}/print/application`)).status).toBe(404)
  }
  const seen = [...opened][sample % Math.max(opened.size, 1)]
  if (seen) expect((await who.call('GET', `/services/dossiers/${seen}/print/receipt-slip`)).status).toBe(200)
}

/** Who does not see a dossier cannot tell it from one that is not there, whatever they try. */
async function writesBeyond(who: Visitor, opened: ReadonlySet<string>, sample: number) {
  const beyond = dossiers.filter((one) => !opened.has(one.id))
  const one = beyond[sample % Math.max(beyond.length, 1)]
  if (one === undefined) return
  const tries = [
    ['POST', 'opinions', { text: 'xem thử' }],
    ['POST', 'actions', { act: { action: 'complete', step: 'receive' } }],
    ['POST', 'supplement', { step: 'appraise', pins: [{ path: 'papers.licence', reason: 'xem thử' }] }],
    ['PUT', 'result', { template: 'granted' }],
    ['POST', 'fees', { fee: 'fee', method: 'cash' }],
    ['GET', 'access', undefined],
  ] as const
  // Two of them each time: over all who ask, each is asked by many.
  const drawn = [sample, sample + 7].map((at) => ofOneDossier[at % ofOneDossier.length] as ListedOperation)
  const generated = (id: string) => drawn.map((operation) => sampleCall(operation, { id }))
  const written = (id: string) =>
    tries.map(([method, path, body]) => ({ method, path: `/services/dossiers/${id}/${path}`, body }))
  const nowhere = [...written(nothing), ...generated(nothing)]
  for (const [at, { method, path, body }] of [...written(one.id), ...generated(one.id)].entries()) {
    const there = await who.call(method, path, body)
    const other = nowhere[at] as (typeof nowhere)[number]
    const missing = await who.call(method, other.path, other.body)
    expect({ path, status: there.status, body: { ...there.body, requestId: '' } }).toEqual({
      path,
      status: missing.status,
      body: { ...missing.body, requestId: '' },
    })
    // Why one sees a dossier is answered of any in general words; nothing else is.
    if (!path.endsWith('/access')) expect([403, 404]).toContain(there.status)
  }
}

/** Every operation on one dossier, by its contract. */
const ofOneDossier = listOperations().filter(({ path }) => path.startsWith('/services/dossiers/{id}'))

async function everyWayOfACitizen(who: Visitor, account: string, sample: number) {
  const opened = await openedBy(who, '/services/my/dossiers')
  expect(sorted(await pagesOf(who, '/services/my/dossiers', (row) => row['id']))).toEqual(sorted(opened))
  for (const { id } of dossiers) {
    expect((await who.call('GET', `/services/my/dossiers/${id}/receipt`)).status).toBe(opened.has(id) ? 200 : 404)
  }
  const mine = done(await who.call('GET', '/services/my/papers')) as { dossierId: string }[]
  expect(mine.filter((one) => !opened.has(one.dossierId))).toEqual([])
  await filesAndForms(who, account, opened, sample)
  const beyond = dossiers.filter((one) => !opened.has(one.id))
  const { id } = beyond[sample % beyond.length] as Known
  expect((await who.call('POST', `/services/my/dossiers/${id}/withdrawal`, {})).body.code).toBe('notFound')
  expect((await who.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 1 })).body.code).toBe('notFound')
  expect((await who.call('GET', `/services/dossiers/${id}`)).status).toBe(403)
}

const everyWay = async (login: string, account: Subject['account'], sample: number) => {
  const who = await test.asAccount(account)
  try {
    await (account.kind === 'citizen' ? everyWayOfACitizen : everyWayOfAnOfficial)(who, account.id, sample)
  } catch (error) {
    throw new Error(`as ${login}: ${(error as Error).message}`, { cause: error })
  }
}

describe('every way to dossiers shows those, and only those, whose detail opens', () => {
  it('for officials of every function, delegates and citizens, drawn at random', async () => {
    const drawn = fc.record({
      group: fc.constantFrom(...subjects.keys(), 'worker', 'worker', 'citizen'),
      nth: fc.nat(),
      sample: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(drawn, async ({ group, nth, sample }) => {
        const members = subjects.get(group) as readonly Subject[]
        const { login, account } = members[nth % members.length] as Subject
        await everyWay(login, account, sample)
      }),
      { numRuns: 25, endOnFailure: true },
    )
  }, 400_000)

  it.each(['delegate', 'auditor', 'province-leader'])(
    'for each %s',
    async (group) => {
      for (const { login, account } of (subjects.get(group) as readonly Subject[]).slice(0, 12))
        await everyWay(login, account, 3)
    },
    400_000,
  )

  it('opens no file of a dossier to the officer who sent it and sees the dossier no more', async () => {
    const officer = await test.as('chuyenvien.tuphap')
    const id = await test.upload(officer)
    const read = async () =>
      (
        await test.platform.app.request(`http://localhost/files/${id}`, {
          headers: { Authorization: `Bearer ${officer.token}` },
        })
      ).status
    expect(await read()).toBe(200)
    const unseen = dossiers.find((one) => one.procedureCode === licenceExchange)?.id
    expect((await officer.call('GET', `/services/dossiers/${unseen}`)).status).toBe(404)
    await test.query(
      `with kept as (update files.file set kept_at = now() where id = $1)
        insert into services.dossier_paper (id, dossier_id, paper, position, file_id, added_at, origin)
          values (gen_random_uuid(), $2, 'licence', 90, $1, now(), 'scanned')`,
      [id, unseen],
    )
    expect(await read()).toBe(404)
  })

  it('lists neither papers to hand over nor supplements under way to whom only the right to receive was lent', async () => {
    await test.query('update services.dossier set received_at = now() where id = $1', [items[0]?.dossierId])
    const receiver = await test.as('motcua.tinh')
    const ready = done(await receiver.call('GET', '/services/handovers/ready')) as { dossierId: string }[]
    expect(ready).not.toEqual([])
    await test.query(
      `insert into services.draft (id, account_id, version_id, counter_id, typed, applicant_name, created_at, saved_at, expires_at)
        select s.id, a.id, w.version_id, w.receiver_id, '{}', w.applicant_name, now(), now(), now() + interval '9 days'
        from services.supplement s join services.dossier w on w.id = s.dossier_id, identity.account a
        where s.answered_at is null and a.login = 'motcua.tinh'`,
    )
    expect(done(await receiver.call('GET', '/services/counter-drafts'))).not.toEqual([])
    const standIn = await officialOf(test, 'STNMT', 'clerk')
    await test.query(
      `insert into directory.delegation (id, from_post_id, to_post_id, kind, permissions, valid_from, valid_to, created_by)
        values (gen_random_uuid(), $1, $2, 'delegation', '{dossier.receive}', current_date - 1, current_date + 9, 'test')`,
      [await postOf(test, 'motcua.tinh'), standIn.post],
    )
    expect(done(await standIn.visitor.call('GET', '/services/counters'))).not.toEqual([])
    const { body } = await standIn.visitor.call('GET', '/services/dossiers?view=open&limit=100')
    const seen = new Set(body.rows.map((row: { id: string }) => row.id))
    const listed = done(await standIn.visitor.call('GET', '/services/handovers/ready')) as { dossierId: string }[]
    expect(listed.filter(({ dossierId }) => !seen.has(dossierId))).toEqual([])
    expect(done(await standIn.visitor.call('GET', '/services/counter-drafts'))).toEqual([])
  })

  it('measures operations and requests, and names in it no dossier, person or unit', async () => {
    const said = await test.platform.metrics.registry.metrics()
    const labels = new Set(
      [...said.matchAll(/^lienthong_\w+\{([^}]*)\}/gm)].flatMap(([, all = '']) => all.match(/\w+(?==")/g) ?? []),
    )
    const usual = ['channel', 'gate', 'le', 'method', 'operation', 'outcome', 'state', 'status', 'urgency']
    // Of the health job, which may have run meanwhile.
    const sometimes = ['code', 'gravity', 'machine']
    expect([...labels].filter((label) => !sometimes.includes(label)).toSorted()).toEqual(usual)
    const operations = new Set(listOperations().map(({ name }) => name))
    const named = [...said.matchAll(/operation="([^"]*)"/g)].map(([, name = '']) => name)
    expect(named).not.toEqual([])
    expect(named.filter((name) => !operations.has(name))).toEqual([])
    const outcomes = [...said.matchAll(/outcome="([^"]*)"/g)].map(([, outcome = '']) => outcome)
    expect(outcomes.filter((outcome) => !/^[a-z][A-Za-z]+$/.test(outcome))).toEqual([])
  })

  it('shows work of a unit to none whose post there reads no dossiers', async () => {
    const [unit] = await test.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT.QLVT'`)
    const admin = await test.as('quantri')
    const { id: postId } = done(
      await admin.call('POST', '/directory/posts', {
        unitId: unit?.id,
        function: 'procedure-controller',
        title: 'Công chức kiểm soát',
        from: '2020-01-01',
      }),
    )
    const [person] = await test.query<{ id: string }>(
      `insert into directory.person (id, full_name) values (gen_random_uuid(), 'Lương Văn Kiểm') returning id`,
    )
    done(
      await admin.call('POST', `/directory/posts/${postId}/appointments`, { personId: person?.id, from: '2020-01-01' }),
    )
    const account = await createAccount(test.platform.connection.db, {
      kind: 'staff',
      personId: person?.id as string,
      login: 'kiemsoat.thu',
      passwordHash: '',
    })
    await everyWay('kiemsoat.thu', { id: account, kind: 'staff' }, 1)
  }, 60_000)
})
