import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOfPerson, createAccount, openAccountPolicy } from '#engines/identity/index.ts'
import { readConfig } from '#kernel/config.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { run, sql } from '#kernel/database/query.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { officialOf, postOf } from './testing/posts.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** To whom work may be given, for which days, and in what right it is signed then (Decree 30/2020 art. 13). */

let test: TestPlatform
let director: Visitor
let fromPostId: string

beforeAll(async () => {
  test = await startTestPlatform()
  director = await test.as('giamdoc.gtvt')
  fromPostId = await postOf(test, 'giamdoc.gtvt')
}, 120_000)
afterAll(() => test.stop())

const today = dateAt(new Date())

const give = (toPostId: string, given: object = {}) =>
  director.call('POST', '/directory/delegations', {
    fromPostId,
    toPostId,
    kind: 'absence',
    from: today,
    to: addDays(today, 3),
    ...given,
  })

const placesOf = ({ status, body }: Awaited<ReturnType<typeof give>>) => ({
  status,
  places: body.places?.map((place: { path: string }) => place.path),
})

describe('work is given', () => {
  it('to a deputy of one’s own agency', async () => {
    done(await give((await officialOf(test, 'SGTVT', 'deputy-leader')).post))
  })

  it('to nobody of another agency, who could not sign for its head', async () => {
    const { post } = await officialOf(test, 'SXD', 'deputy-leader')
    expect(placesOf(await give(post))).toEqual({ status: 422, places: ['toPostId'] })
  })

  it('in writing: authority to sign names its document, an absence need not', async () => {
    const { post } = await officialOf(test, 'SGTVT.KHTC', 'head')
    for (const document of [undefined, '', '  '])
      expect(placesOf(await give(post, { kind: 'delegation', document }))).toEqual({
        status: 422,
        places: ['document'],
      })
  })

  it('by its holder alone: whoever it was given to does not pass it on', async () => {
    const { visitor } = await officialOf(test, 'SGTVT', 'deputy-leader')
    const { post } = await officialOf(test, 'SGTVT.QLVT', 'head')
    const given = { fromPostId, toPostId: post, kind: 'absence', from: today, to: addDays(today, 3) }
    expect(await visitor.call('POST', '/directory/delegations', given)).toMatchObject({
      status: 422,
      body: { code: 'delegatedOn' },
    })
  })

  it('once for the same days, so that ending it ends it', async () => {
    const { post } = await officialOf(test, 'SGTVT', 'deputy-leader')
    const again = await give(post, { from: addDays(today, 2), to: addDays(today, 6) })
    expect([again.status, again.body.code]).toEqual([409, 'delegatedAlready'])
  })

  it('to no post that nobody holds', async () => {
    const [unit] = await test.query<{ id: string }>(`select unit_id as id from directory.post where id = $1`, [
      fromPostId,
    ])
    const post = { unitId: unit?.id, function: 'deputy-leader', title: 'Phó Giám đốc', from: today }
    const vacant = done(await (await test.as('quantri')).call('POST', '/directory/posts', post))
    expect(placesOf(await give(vacant.id))).toEqual({ status: 422, places: ['toPostId'] })
  })

  it('for days of which the last is not before the first, and to somebody else than oneself', async () => {
    const { post } = await officialOf(test, 'SGTVT', 'deputy-leader')
    expect(placesOf(await give(post, { to: today }))).toEqual({ status: 422, places: ['to'] })
    expect(placesOf(await give(post, { to: addDays(today, -5) }))).toEqual({ status: 422, places: ['to'] })
    const over = { from: addDays(today, -5), to: today, kind: 'absence' }
    expect(placesOf(await give(post, over))).toEqual({ status: 422, places: ['to'] })
    expect(placesOf(await give(fromPostId))).toEqual({ status: 422, places: ['toPostId'] })
  })
})

describe('somebody is away', () => {
  const back = addDays(today, 2)
  const leave = (who: Visitor, toPostId: string, personId?: string) =>
    who.call('POST', '/directory/leaves', { personId, toPostId, from: today, to: back })
  const personOf = async (who: Visitor): Promise<string> => done(await who.call('GET', '/identity/me')).person

  it('and gives the work of all their posts to one stand-in, in one act', async () => {
    const counter = await test.as('motcua.xa')
    const standIn = await test.as('chuyenvien.xa')
    expect(done(await leave(counter, await postOf(test, 'chuyenvien.xa')))).toEqual({ covered: 2, left: [] })
    expect(done(await standIn.call('GET', '/identity/me')).permissions).toContain('dossier.receive')
    await test.settle()
    const messages = JSON.stringify(done(await standIn.call('GET', '/notification/messages')))
    expect(messages).toContain('Bạn làm thay')
  })

  it('ill, and whoever gives work in the unit enters it; nobody else does, and both are told', async () => {
    const ill = await test.as('chuyenvien.gtvt')
    const person = await personOf(ill)
    const head = await test.as('truongphong.gtvt')
    const post = await postOf(test, 'truongphong.gtvt')
    for (const stranger of [await test.as('truongphong.congthuong'), await test.as('vanthu.gtvt')]) {
      expect((await leave(stranger, post, person)).status).toBe(404)
      expect(done(await stranger.call('GET', '/directory/leaves'))).toEqual([])
    }
    const administrator = await test.as('quantri')
    expect(done(await leave(administrator, post, person)).covered).toBe(1)
    for (const one of done(await head.call('GET', '/directory/leaves')))
      done(await administrator.call('POST', `/directory/delegations/${one.id}/end`))
    expect(done(await leave(head, post, person)).covered).toBe(1)
    await test.settle()
    expect(JSON.stringify(done(await ill.call('GET', '/notification/messages')))).toContain('đã ghi bạn vắng')
    const [away] = done(await head.call('GET', '/directory/leaves'))
    const end = (who: Visitor) => who.call('POST', `/directory/delegations/${away.id}/end`)
    expect((await end(await test.as('truongphong.congthuong'))).status).toBe(404)
    // Back early.
    expect(done(await end(ill))).toEqual({ ended: true })
    expect(done(await head.call('GET', '/directory/leaves'))).toEqual([])
  })

  it('and is stood in for by nobody who leaves before the last day, of another agency, or themselves', async () => {
    const { post } = await officialOf(test, 'SGTVT.KCHT', 'head')
    const [held] = await test.query<{ id: string; person: string }>(
      `select id, person_id as person from directory.appointment where post_id = $1`,
      [post],
    )
    done(
      await (
        await test.as('quantri')
      ).call('POST', '/directory/transfers', {
        plan: { personId: held?.person, effectiveOn: addDays(today, 1), ends: [held?.id] },
        decision: { document: '9/QĐ-SGTVT', decidedOn: today },
      }),
    )
    const clerk = await test.as('vanthu.gtvt')
    const refused = await leave(clerk, post)
    expect([refused.body.code, refused.body.places[0].path]).toEqual(['holderLeaves', 'to'])
    expect((await give(post, { kind: 'delegation', document: '8/QĐ' })).body.code).toBe('holderLeaves')
    expect((await leave(clerk, await postOf(test, 'vanthu.congthuong'))).body.code).toBe('otherAgency')
    expect((await leave(clerk, await postOf(test, 'vanthu.gtvt'))).status).toBe(422)
  })
})

describe('a licence is signed', () => {
  const badge = '2.002288'

  /** Decided by this one, then issued: who stands below it in the record and on the paper, and for whom as the history says. */
  async function signedBy(who: Visitor, code: string) {
    const { id } = await fileDossier(test, await test.as('doanhnghiep'), code)
    await walkTo(test, id, 'sign')
    done(await who.call('POST', `/services/dossiers/${id}/actions`, { act: { action: 'complete', step: 'sign' } }))
    await walkTo(test, id, 'deliver')
    const [row] = await test.query<{ capacity: string | null; position: string }>(
      `select signer_capacity as capacity, signer_position as position from services.result where dossier_id = $1`,
      [id],
    )
    const { history } = done(await director.call('GET', `/services/dossiers/${id}`))
    const decided = history.findLast((line: { kind: string }) => line.kind === 'decided')
    const paper = done(await director.call('GET', `/services/dossiers/${id}/print/result`)) as ArrayBuffer
    return { ...row, onBehalfOf: decided.onBehalfOf, printed: readPdf(Buffer.from(paper)).join(' ') }
  }

  it('by the director as such', async () => {
    const signed = await signedBy(director, licenceExchange)
    expect(signed).toMatchObject({ capacity: null, position: 'GIÁM ĐỐC', onBehalfOf: null })
    expect(signed.printed).not.toContain('KT.')
  })

  it('by the deputy standing in for the director, and says so', async () => {
    const { name } = await officialOf(test, 'SGTVT', 'leader')
    const { visitor } = await officialOf(test, 'SGTVT', 'deputy-leader')
    const signed = await signedBy(visitor, licenceExchange)
    expect(signed).toMatchObject({ capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', onBehalfOf: name })
    expect(signed.printed).toMatch(/KT\. GIÁM ĐỐC\s+PHÓ GIÁM ĐỐC/)
  })

  it('by the deputy whose decision it is, for the director', async () => {
    const { visitor } = await officialOf(test, 'SGTVT', 'deputy-leader')
    const signed = await signedBy(visitor, badge)
    expect(signed).toMatchObject({ capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', onBehalfOf: null })
    expect(signed.printed).toMatch(/KT\. GIÁM ĐỐC\s+PHÓ GIÁM ĐỐC/)
  })

  it('by a head of division with the director’s written authority, in their own position', async () => {
    const { post, visitor } = await officialOf(test, 'SGTVT.KHTC', 'head')
    done(await give(post, { kind: 'delegation', document: '12/QĐ-SGTVT' }))
    const signed = await signedBy(visitor, licenceExchange)
    expect(signed).toMatchObject({ capacity: 'TUQ. GIÁM ĐỐC', position: 'TRƯỞNG PHÒNG' })
    expect(signed.printed).toMatch(/TUQ\. GIÁM ĐỐC\s+TRƯỞNG PHÒNG/)
  })

  it('by a head of division by order of the director, and by nobody else so', async () => {
    const { post, visitor } = await officialOf(test, 'SGTVT.QLVT', 'head')
    const byOrder = { kind: 'order', document: 'Quy chế làm việc 5/QĐ-SGTVT' }
    const { post: specialist } = await officialOf(test, 'SGTVT.QLVT', 'specialist')
    expect(placesOf(await give(specialist, byOrder))).toEqual({ status: 422, places: ['toPostId'] })
    expect(placesOf(await give(post, { kind: 'order' }))).toEqual({ status: 422, places: ['document'] })
    done(await give(post, byOrder))
    const signed = await signedBy(visitor, licenceExchange)
    expect(signed).toMatchObject({ capacity: 'TL. GIÁM ĐỐC', position: 'TRƯỞNG PHÒNG' })
    expect(signed.printed).toMatch(/TL\. GIÁM ĐỐC\s+TRƯỞNG PHÒNG/)
  })

  it('by whoever acts as director, and says so', async () => {
    const acting = (kind: string) =>
      test.platform.connection.db.transaction(async (tx) => {
        await run(
          tx,
          sql`update directory.appointment set kind = ${kind} where post_id = ${fromPostId} and valid_to is null`,
        )
        await tellRightsChanged(tx)
      })
    await acting('acting')
    const signed = await signedBy(director, licenceExchange)
    await acting('regular')
    expect(signed).toMatchObject({ capacity: null, position: 'Q. GIÁM ĐỐC' })
    expect(signed.printed).toContain('Q. GIÁM ĐỐC')
  })
})

it('somebody with two posts is named in the history by the one whose work it was', async () => {
  const { id } = await fileDossier(test, await test.as('congdan'), '1.004873')
  await walkTo(test, id, 'deliver')
  const counter = await test.as('motcua.xa')
  const { history } = done(await counter.call('GET', `/services/dossiers/${id}`))
  const postsOf = (kind: string) => {
    const { actorName, actorTitle } = history.find((line: { kind: string }) => line.kind === kind)
    return [actorName, actorTitle]
  }
  const [received, issued] = [postsOf('received'), postsOf('issued')]
  expect(received[0]).toBe(issued[0])
  expect([received[1], issued[1]]).toEqual(['Công chức một cửa', 'Văn thư'])
})

it('of a post only the rights that were named are lent, its work with all of them, and never those over accounts and the organisation', async () => {
  const rightsOf = async (who: Visitor): Promise<string[]> =>
    done(await who.call('GET', '/identity/me')).permissions as string[]
  const lend = async (giver: string, taker: Visitor, toPostId: string, permissions?: string[]) => {
    const own = new Set(await rightsOf(taker))
    const given = {
      fromPostId: await postOf(test, giver),
      toPostId,
      kind: 'absence',
      from: today,
      to: addDays(today, 2),
    }
    const from = await test.as(giver)
    done(await from.call('POST', '/directory/delegations', { ...given, ...(permissions && { permissions }) }))
    return (await rightsOf(taker)).filter((one) => !own.has(one)).sort()
  }
  const specialist = await officialOf(test, 'SGTVT.QLVT', 'specialist')
  expect(await lend('truongphong.gtvt', specialist.visitor, specialist.post, ['task.load'])).toEqual(['task.load'])
  const worksFor = async (who: Visitor) => done(await who.call('GET', '/identity/me')).onBehalfOf
  expect(await worksFor(specialist.visitor)).toEqual([])
  const clerk = await officialOf(test, 'STTTT', 'clerk')
  const lent = await lend('quantri', clerk.visitor, clerk.post)
  expect(lent).toContain('job.read')
  expect(await worksFor(clerk.visitor)).toHaveLength(1)
  expect(lent.filter((one) => /^(account|directory|access|audit)\./.test(one))).toEqual([])
})

it('lent work stands among what is done for another, not among one’s own, and is done but not taken; once done it is taken by none', async () => {
  const { id } = await fileDossier(test, await test.as('congdan'), licenceExchange)
  await walkTo(test, id, 'appraise')
  const head = await test.as('truongphong.gtvt')
  const standIn = await officialOf(test, 'SGTVT.KHTC', 'head')
  const open = `select id from workflow.task where subject_id = $1 and is_open`
  const openTask = async () => (await test.query<{ id: string }>(open, [id]))[0]?.id
  const listed = async (who: Visitor, whose: string): Promise<boolean> => {
    const task = await openTask()
    for (let after = ''; ;) {
      const page = done(await who.call('GET', `/workflow/inbox?whose=${whose}&limit=100${after}`))
      if (page.rows.some((row: { id: string }) => row.id === task)) return true
      if (page.next === undefined) return false
      after = `&after=${encodeURIComponent(page.next)}`
    }
  }
  expect([await listed(head, 'mine'), await listed(head, 'unit')]).toEqual([false, true])
  await walkTo(test, id, 'review')
  expect([await listed(standIn.visitor, 'mine'), await listed(standIn.visitor, 'delegated')]).toEqual([false, false])
  const lent = {
    fromPostId: await postOf(test, 'truongphong.gtvt'),
    toPostId: standIn.post,
    kind: 'absence',
    from: today,
    to: addDays(today, 2),
  }
  done(await head.call('POST', '/directory/delegations', lent))
  expect([await listed(standIn.visitor, 'mine'), await listed(standIn.visitor, 'delegated')]).toEqual([false, true])
  expect([await listed(head, 'mine'), await listed(head, 'delegated')]).toEqual([true, false])
  const task = await openTask()
  const taken = (who: Visitor) => who.call('POST', `/workflow/tasks/${task}/taking`)
  expect((await taken(standIn.visitor)).body.code).toBe('notTakeable')
  await walkTo(test, id, 'sign')
  expect((await taken(head)).body.code).toBe('taskClosed')
})

it.each([
  ['SGTVT.KHTC', 1, 4, false],
  ['SGTVT.QLVT', -5, 0, false],
  ['SGTVT.VP', -5, 1, true],
])(
  'lent to the head of %s from day %i to before day %i, it is worked for today: %s',
  async (unit, from, to, counts) => {
    const { visitor, post } = await officialOf(test, unit, 'head')
    const giver = await officialOf(test, 'STP', 'leader')
    await test.query(
      `insert into directory.delegation (id, from_post_id, to_post_id, kind, valid_from, valid_to, created_by)
      values (gen_random_uuid(), $1, $2, 'absence', $3, $4, 'test')`,
      [giver.post, post, addDays(today, from), addDays(today, to)],
    )
    const { onBehalfOf } = done(await visitor.call('GET', '/identity/me'))
    expect(onBehalfOf.includes(giver.name)).toBe(counts)
  },
)

it('lent by a post that nobody holds any more, it is worked for under the title of the post', async () => {
  const { visitor, post } = await officialOf(test, 'SNV.VP', 'head')
  const giver = await officialOf(test, 'SNV', 'leader')
  await test.query(
    `insert into directory.delegation (id, from_post_id, to_post_id, kind, valid_from, valid_to, created_by)
      values (gen_random_uuid(), $1, $2, 'absence', $3, $4, 'test')`,
    [giver.post, post, addDays(today, -3), addDays(today, 3)],
  )
  await test.query('update directory.appointment set valid_to = $2 where post_id = $1', [giver.post, today])
  expect(done(await visitor.call('GET', '/identity/me')).onBehalfOf).toEqual(['Giám đốc Sở'])
})

it('work of a function that two colleagues share stays one’s own when they stand in for each other', async () => {
  const first = await officialOf(test, 'SGTVT.QLVT', 'specialist')
  const admin = await test.as('quantri')
  const [unit] = await test.query<{ id: string }>('select unit_id as id from directory.post where id = $1', [
    first.post,
  ])
  const made = { unitId: unit?.id, function: 'specialist', title: 'Chuyên viên', from: '2020-01-01' }
  const { id: post } = done(await admin.call('POST', '/directory/posts', made))
  const [colleague] = await test.query<{ id: string }>(
    `insert into directory.person (id, full_name) values (gen_random_uuid(), 'Vi Thị Đồng') returning id`,
  )
  const appointed = { personId: colleague?.id, from: '2020-01-01' }
  done(await admin.call('POST', `/directory/posts/${post}/appointments`, appointed))
  const lent = { fromPostId: first.post, toPostId: post, kind: 'absence', from: today, to: addDays(today, 2) }
  done(await first.visitor.call('POST', '/directory/delegations', lent))
  const { db } = test.platform.connection
  const personId = colleague?.id ?? ''
  await createAccount(db, { kind: 'staff', personId, login: 'vithidong', passwordHash: null })
  const actor = await actorOfPerson(db, personId, new Date(), await openAccountPolicy(readConfig({}), 'demo'))
  const keys = await test.query<{ key: number; kind: string }>(
    `select key, kind from directory.principal where unit_id = $1 and (post_id = any($2::uuid[]) or function = 'specialist')`,
    [unit?.id, [first.post, post]],
  )
  const kindsOf = (held: Iterable<number> = []) =>
    [...held].map((key) => keys.find((one) => one.key === key)?.kind ?? '').toSorted((a, b) => a.localeCompare(b))
  expect(kindsOf(actor?.workKeys)).toEqual(['function', 'post', 'post'])
  expect(kindsOf(actor?.onBehalf.keys())).toEqual(['post'])
})

it('what an official is told of their work is told to no account that they have as a citizen, nor counted there', async () => {
  const { visitor, post } = await officialOf(test, 'SCT.QLCN', 'head')
  const personId = done(await visitor.call('GET', '/identity/me')).person as string
  const leader = await officialOf(test, 'SCT', 'leader')
  const lent = { fromPostId: leader.post, toPostId: post, kind: 'absence', from: today, to: addDays(today, 2) }
  done(await leader.visitor.call('POST', '/directory/delegations', lent))
  await test.settle()
  const account = { kind: 'citizen', personId, login: '024188000888', passwordHash: null } as const
  const id = await createAccount(test.platform.connection.db, account)
  const citizen = await test.asAccount({ id, kind: 'citizen' })
  const told = async (who: Visitor) => [
    done(await who.call('GET', '/notification/messages')).rows.length,
    done(await who.call('GET', '/notification/unread')).unread,
  ]
  expect([await told(visitor), await told(citizen)]).toEqual([
    [1, 1],
    [0, 0],
  ])
})
