import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A counter without a line goes on receiving; what it took in is sent when the line is back, and counts from when it was handed in. */

let test: TestPlatform
let officer: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  officer = await test.as('motcua.xa')
}, 240_000)
afterAll(() => test.stop())

async function application(offline: object): Promise<object> {
  const procedure = completeProcedureOf('1.001193')
  const answers = await answersTo(test, procedure)
  return {
    applicant: { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' },
    answers,
    paperOnly: requiredPapers(procedure.papers, answers).map((paper) => paper.id),
    offline,
  }
}
const slip = 'TN-07381.MC-261127-A01'
const send = (body: object, who = officer) => who.call('POST', '/services/reception/1.001193', body)

describe('what was received without a line', () => {
  it('is one dossier however often it is sent, also by two windows at once', async () => {
    const body = await application({ id: randomUUID(), slip, secondsAgo: 1800 })
    const [first, second] = await Promise.all([send(body), send(body)])
    expect([first.status, second.status].toSorted((a, b) => a - b)).toContain(200)
    const { id } = done(await send(body))
    expect(done(await send(body)).id).toBe(id)
    const [{ count } = { count: 0 }] = await test.query<{ count: number }>(
      'select count(*)::int as count from services.offline_reception where slip = $1',
      [slip],
    )
    expect(count).toBe(1)
  })

  it('counts from when it was handed in, and says so with the number of its slip', async () => {
    const before = Date.now()
    const { id } = done(await send(await application({ id: randomUUID(), slip, secondsAgo: 3600 })))
    const dossier = done(await officer.call('GET', `/services/dossiers/${id}`))
    const ago = before - new Date(dossier.receivedAt).getTime()
    expect(Math.abs(ago - 3_600_000)).toBeLessThan(120_000)
    expect(new Date(dossier.filedAt).getTime()).toBe(new Date(dossier.receivedAt).getTime())
    expect(dossier.history.map((line: { words: { vi: string } }) => line.words.vi)).toContain(
      `Đã nhận khi quầy mất mạng, biên nhận tạm ${slip}`,
    )
  })

  it('is refused with every place that is wrong, keeps nothing then, and is taken under the same id once it is right', async () => {
    const offline = { id: randomUUID(), slip, secondsAgo: 60 }
    const right = await application(offline)
    expect((await send({ ...right, answers: {} })).status).toBe(422)
    expect((await send({ ...right, offline: { ...offline, secondsAgo: 32 * 86_400 } })).status).toBe(422)
    expect((await send(right)).status).toBe(200)
  })

  it('is received by whoever took it in, not by who has signed in at the machine since', async () => {
    const [mine] = await test.query<{ id: string }>(`select id from identity.account where login = 'motcua.xa'`)
    const offline = { id: randomUUID(), slip, account: mine?.id, secondsAgo: 60 }
    const body = await application(offline)
    const other = await send(body, await test.as('motcua.tinh'))
    expect([other.status, other.body.code]).toEqual([409, 'receivedByOther'])
    expect((await send(body)).status).toBe(200)
  })

  it('is nobody else’s to look at by its id', async () => {
    const body = await application({ id: randomUUID(), slip, secondsAgo: 60 })
    done(await send(body))
    expect((await send(body, await test.as('motcua.tinh'))).status).toBe(404)
  })
})
