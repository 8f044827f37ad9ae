import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileDossier, licenceExchange, officialAt, walkTo, done, type Filed } from './testing/story.ts'
import { officialOf, postOf } from './testing/posts.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Nobody does a step that is not theirs, not twice, not before its time and not without what it needs; nothing is half done. */

let test: TestPlatform
let citizen: Visitor
let receiver: Visitor
let specialist: Visitor
let head: Visitor
let leader: Visitor
let clerk: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  receiver = await test.as('motcua.tinh')
  specialist = await test.as('chuyenvien.gtvt')
  head = await test.as('truongphong.gtvt')
  leader = await test.as('giamdoc.gtvt')
  const filed = await at('issue')
  clerk = await officialAt(test, filed.id, 'issue')
}, 240_000)
afterAll(() => test.stop())

/** A dossier that stands at this step. */
async function at(step: string): Promise<Filed> {
  const filed = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, filed.id, step)
  return filed
}

const act = (who: Visitor, id: string, what: object, more: object = {}) =>
  who.call('POST', `/services/dossiers/${id}/actions`, { act: what, ...more })
const complete = (step: string, more: object = {}) => ({ action: 'complete', step, ...more })
const stateOf = async (id: string) =>
  JSON.stringify(
    await test.query(`select state, status, revision, deadline, answers from services.dossier where id = $1`, [id]),
  )
const ask = (who: Visitor, id: string, body: object = {}) =>
  who.call('POST', `/services/dossiers/${id}/supplement`, {
    step: 'appraise',
    pins: [{ path: 'papers.licence', reason: 'Ảnh mờ, không đọc được' }],
    ...body,
  })

/** Refused in words, with nothing changed. */
async function refused(
  id: string,
  status: number,
  code: string,
  call: () => Promise<{ status: number; body: { code?: string; words?: { vi: string; en: string } } }>,
) {
  const before = await stateOf(id)
  const { status: got, body } = await call()
  expect({ status: got, code: body.code }).toEqual({ status, code })
  expect(body.words?.vi.length).toBeGreaterThan(5)
  expect(body.words?.en.length).toBeGreaterThan(5)
  expect(await stateOf(id)).toBe(before)
}

describe('a step of somebody else', () => {
  it('is refused to whoever is in the unit without the task, above it, beside it, before it, and to the applicant', async () => {
    const { id } = await at('appraise')
    const other = await test.as('chuyenvien.congthuong')
    const proposal = complete('appraise', { proposal: 'grant' })
    for (const who of [head, leader, clerk, receiver])
      await refused(id, 403, 'notYourTask', () => act(who, id, proposal))
    await refused(id, 404, 'notFound', () => act(other, id, proposal))
    await refused(id, 403, 'forbidden', () => act(citizen, id, proposal))
    await refused(id, 401, 'notSignedIn', () => act(test.nobody, id, proposal))
    for (const who of [head, receiver]) {
      await refused(id, 403, 'notYourTask', () => ask(who, id))
      await refused(id, 403, 'notYourTask', () =>
        act(who, id, { action: 'apologise', newDate: '2030-01-01', reason: 'Chậm vì mất điện' }),
      )
      await refused(id, 403, 'notYourTask', () =>
        who.call('PUT', `/services/dossiers/${id}/result`, { template: 'granted' }),
      )
    }
    await refused(id, 403, 'forbidden', () =>
      specialist.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' }),
    )
  })

  it('is not taken by whoever has another function in the same unit, also not to sign', async () => {
    const taking = async (id: string, who: Visitor) => {
      const [task] = await test.query<{ id: string }>(
        `select id from workflow.task where subject_id = $1 and is_open`,
        [id],
      )
      return who.call('POST', `/workflow/tasks/${task?.id}/taking`)
    }
    const decision = await at('sign')
    await refused(decision.id, 403, 'notTakeable', () => taking(decision.id, clerk))
    await refused(decision.id, 404, 'notFound', () => taking(decision.id, receiver))
    await refused(decision.id, 403, 'notYourTask', () => act(clerk, decision.id, complete('sign')))
    const review = await at('review')
    await refused(review.id, 403, 'notTakeable', () => taking(review.id, specialist))
    const { tasks } = done(await specialist.call('GET', `/services/dossiers/${review.id}`))
    expect(tasks.map((task: { canTake: boolean }) => task.canTake)).toEqual([false])
    done(await taking(review.id, head))
    done(await act(head, review.id, complete('review')))
  })

  it('is refused at the decision to the receiver, the specialist and the head', async () => {
    const { id } = await at('sign')
    for (const who of [receiver, specialist, head, clerk])
      await refused(id, 403, 'notYourTask', () => act(who, id, complete('sign')))
    done(await act(leader, id, complete('sign')))
  })

  it('is refused when it is not open: one done, one to come, one there is not', async () => {
    const { id } = await at('appraise')
    for (const step of ['receive', 'sign', 'issue', 'nothing', '__proto__x', 'toString'])
      await refused(id, 403, 'notYourTask', () => act(specialist, id, complete(step, { proposal: 'grant' })))
  })

  it('is refused to a delegate who was given the right to look only', async () => {
    const { id } = await at('sign')
    const { post: toPostId, visitor: delegate } = await officialOf(test, 'SGTVT.KHTC', 'head')
    const day = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
    const given = {
      fromPostId: await postOf(test, 'giamdoc.gtvt'),
      toPostId,
      kind: 'delegation',
      document: '12/QĐ-SGTVT',
      from: day(0),
      to: day(5),
    }
    const { id: looking } = done(
      await leader.call('POST', '/directory/delegations', { ...given, permissions: ['dossier.read'] }),
    )
    expect((await delegate.call('GET', `/services/dossiers/${id}`)).status).toBe(200)
    await refused(id, 403, 'notYourTask', () => act(delegate, id, complete('sign')))
    done(await leader.call('POST', `/directory/delegations/${looking}/end`, {}))
    done(await leader.call('POST', '/directory/delegations', given))
    done(await act(delegate, id, complete('sign')))
    const { history } = done(await leader.call('GET', `/services/dossiers/${id}`))
    const [giver] = await test.query<{ name: string }>(
      `select p.full_name as name from directory.person p join identity.account a on a.person_id = p.id where a.login = 'giamdoc.gtvt'`,
    )
    expect(history.findLast((line: { kind: string }) => line.kind === 'decided').onBehalfOf).toBe(giver?.name)
  })

  it('is refused to a body that was only asked for its opinion', async () => {
    const filed = await fileDossier(test, citizen, '1.009994')
    const consulted = await consultOf(filed.id)
    await refused(filed.id, 403, 'notYourTask', () =>
      act(consulted, filed.id, { action: 'apologise', newDate: '2030-01-01', reason: 'Chậm vì mất điện' }),
    )
  })
})

/** Walks until somebody is asked for an opinion. */
async function consultOf(id: string): Promise<Visitor> {
  for (let turn = 0; turn < 12; turn++) {
    const open = await test.query<{ step: string; consult: string | null; assignee: number }>(
      `select step, consult, assignee from workflow.task where subject_id = $1 and is_open order by consult nulls last`,
      [id],
    )
    const asked = open.find((one) => one.consult !== null)
    if (asked) return test.asHolderOf(asked.assignee)
    const [task] = open
    if (task === undefined) break
    const said = await act(await test.asHolderOf(task.assignee), id, complete(task.step, { proposal: 'grant' }))
    if (said.status !== 200) done(await act(await test.asHolderOf(task.assignee), id, complete(task.step)))
  }
  throw new Error('nobody is ever asked')
}

describe('the same step again', () => {
  it('is refused after it was done, and with a revision that is old', async () => {
    const { id } = await at('appraise')
    const { body } = await specialist.call('GET', `/services/dossiers/${id}`)
    const proposal = complete('appraise', { proposal: 'grant' })
    await refused(id, 409, 'conflict', () => act(specialist, id, proposal, { revision: body.revision - 1 }))
    await refused(id, 409, 'conflict', () => ask(specialist, id, { revision: body.revision - 1 }))
    done(await act(specialist, id, proposal, { revision: body.revision }))
    await refused(id, 403, 'notYourTask', () => act(specialist, id, proposal))
    await refused(id, 409, 'conflict', () => act(head, id, complete('review'), { revision: body.revision }))
  })

  it('done by two windows at once is done once', async () => {
    const { id } = await at('appraise')
    const proposal = complete('appraise', { proposal: 'grant' })
    const answers = await Promise.all(Array.from({ length: 6 }, () => act(specialist, id, proposal)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403, 403, 403, 403])
    expect(
      await test.query(`select from services.dossier_event where dossier_id = $1 and step = 'appraise'`, [id]),
    ).toHaveLength(1)
    expect(await test.query(`select from workflow.task where subject_id = $1 and step = 'review'`, [id])).toHaveLength(
      1,
    )
  })

  it('asking for a supplement is refused while one is awaited, and after it was used up', async () => {
    const { id } = await at('appraise')
    done(await ask(specialist, id))
    await refused(id, 409, 'waitingApplicant', () => ask(specialist, id))
    await refused(id, 409, 'waitingApplicant', () => act(specialist, id, complete('appraise', { proposal: 'grant' })))
    done(
      await citizen.call('POST', `/services/my/dossiers/${id}/supplement/papers`, {
        paper: 'licence',
        fileId: await test.upload(citizen),
      }),
    )
    done(await citizen.call('POST', `/services/my/dossiers/${id}/supplement/submission`, {}))
    await refused(id, 409, 'supplementsUsed', () => ask(specialist, id))
  })
})

describe('a step without what it needs', () => {
  it('is refused: no reason, pins without reasons or not of this dossier, no proposal where none is due', async () => {
    const { id } = await at('appraise')
    await refused(id, 422, 'invalidInput', () => ask(specialist, id, { pins: [] }))
    await refused(id, 422, 'invalidInput', () => ask(specialist, id, { pins: [{ path: 'papers.licence' }] }))
    await refused(id, 422, 'invalidInput', () =>
      ask(specialist, id, { pins: [{ path: 'papers.licence', reason: '   ' }] }),
    )
    for (const path of [
      'papers.nothing',
      'papers.',
      'nothing',
      'applicant.nothing',
      'reason.x',
      '',
      'papers.__proto__',
      'toString',
    ]) {
      await refused(id, 422, 'pinUnknown', () => ask(specialist, id, { pins: [{ path, reason: 'Chỗ này không rõ' }] }))
    }
    await refused(id, 409, 'reasonMissing', () => act(specialist, id, complete('appraise', { proposal: 'refuse' })))
    await refused(id, 422, 'invalidInput', () =>
      act(specialist, id, complete('appraise', { proposal: 'refuse', reason: '  ' })),
    )
    await refused(id, 409, 'notAllowed', () =>
      act(specialist, id, { action: 'pause', step: 'appraise', ground: 'suspension' }),
    )
    await refused(id, 409, 'notPaused', () => act(specialist, id, { action: 'resume' }))
    await refused(id, 409, 'onTime', () =>
      act(specialist, id, { action: 'apologise', newDate: '2030-01-01', reason: 'Chậm vì mất điện' }),
    )
    done(await act(specialist, id, complete('appraise', { proposal: 'grant' })))
    await refused(id, 422, 'invalidInput', () => act(head, id, { action: 'return', step: 'review', to: 'appraise' }))
    await refused(id, 409, 'noWayBack', () =>
      act(head, id, { action: 'return', step: 'review', to: 'receive', reason: 'Xem lại giúp' }),
    )
    await refused(id, 409, 'notAllowed', () =>
      act(head, id, complete('review', { proposal: 'refuse', reason: 'Không đủ điều kiện' })),
    )
  })

  it('rejection is for reception only, with a reason, and refused after it', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    const official = await officialAt(test, id, 'receive')
    await refused(id, 422, 'invalidInput', () => act(official, id, { action: 'reject', step: 'receive' }))
    done(await act(official, id, complete('receive')))
    await refused(id, 403, 'notYourTask', () =>
      act(official, id, { action: 'reject', step: 'receive', reason: 'Không đúng nơi nhận' }),
    )
    await refused(id, 409, 'notAllowed', () =>
      act(specialist, id, { action: 'reject', step: 'appraise', reason: 'Không đúng nơi nhận' }),
    )
  })

  it('nothing is signed without a result, none is changed after it, and nothing is withdrawn or rated out of time', async () => {
    const { id } = await at('review')
    done(await act(head, id, complete('review')))
    await refused(id, 409, 'noResultYet', () => act(leader, id, complete('sign')))
    await refused(id, 404, 'notFound', () =>
      leader.call('PUT', `/services/dossiers/${id}/result`, { template: 'nothing' }),
    )
    const saved = done(await leader.call('PUT', `/services/dossiers/${id}/result`, { template: 'granted' }))
    await refused(id, 409, 'conflict', () =>
      leader.call('PUT', `/services/dossiers/${id}/result`, { template: 'granted', revision: saved.revision + 1 }),
    )
    done(await act(leader, id, complete('sign')))
    await refused(id, 409, 'resultDecided', () =>
      clerk.call('PUT', `/services/dossiers/${id}/result`, {
        template: 'granted',
        document: { title: 'Khác', blocks: [], recipients: [] },
      }),
    )
    for (const form of ['result', 'control-slip', 'rejection-slip'])
      expect((await citizen.call('GET', `/services/dossiers/${id}/print/${form}`)).status).toBe(404)
    await refused(id, 409, 'conflict', () => citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 5 }))
    done(await act(clerk, id, complete('issue')))
    const [issued] = await test.query<{ number: string; document: object }>(
      `select number, document from services.result where dossier_id = $1`,
      [id],
    )
    for (const who of [clerk, receiver]) {
      const again = await who.call('PUT', `/services/dossiers/${id}/result`, {
        template: 'refused',
        document: { title: 'Khác', blocks: [], recipients: [] },
      })
      expect([403, 409]).toContain(again.status)
    }
    expect(await test.query(`select number, document from services.result where dossier_id = $1`, [id])).toEqual([
      issued,
    ])
    await refused(id, 409, 'alreadyIssued', () => citizen.call('POST', `/services/my/dossiers/${id}/withdrawal`, {}))
    await refused(id, 409, 'conflict', () => citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 5 }))
    await refused(id, 409, 'feeUnpaid', () => act(receiver, id, complete('deliver', { receiverSeen: true })))
    done(await receiver.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' }))
    await refused(id, 409, 'receiverUnseen', () => act(receiver, id, complete('deliver')))
    done(await act(receiver, id, complete('deliver', { receiverSeen: true })))
    await refused(id, 403, 'notYourTask', () => act(receiver, id, complete('deliver')))
    done(await citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 5 }))
  })

  it('whoever was not asked to decide it does not write the result', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    const official = await officialAt(test, id, 'receive')
    await refused(id, 403, 'notYourTask', () =>
      official.call('PUT', `/services/dossiers/${id}/result`, { template: 'granted' }),
    )
  })
})

describe('a fee', () => {
  it('taken by many windows at once is taken once, under one receipt', async () => {
    const { id } = await at('deliver')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        receiver.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' }),
      ),
    )
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.receiptNumber} ${body.paidAt}`)).size).toBe(1)
    expect(
      await test.query(`select from services.dossier_event where dossier_id = $1 and kind = 'fee-paid'`, [id]),
    ).toHaveLength(1)
    expect(
      done(await receiver.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'transfer' })),
    ).toMatchObject({ method: 'cash', receiptNumber: answers[0]?.body.receiptNumber })
    await refused(id, 404, 'notFound', () =>
      receiver.call('POST', `/services/dossiers/${id}/fees`, { fee: 'nothing', method: 'cash' }),
    )
  })
})
