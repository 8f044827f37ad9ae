import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { done, fileDossier, officialAt, openTasksOf } from './testing/story.ts'
import { meet } from './testing/settle-dossier.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A step that needs a council or an inspection: called first, the applicant told, left only with minutes that agree. */

const drilling = '1.004122'
let platform: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  platform = await startTestPlatform()
  citizen = await platform.as('congdan')
}, 120_000)
afterAll(() => platform.stop())

async function atInspection(): Promise<{ id: string; official: Visitor }> {
  const { id } = await fileDossier(platform, citizen, drilling)
  for (const step of ['receive', 'appraise']) done(await complete(await officialAt(platform, id, step), id, step))
  return { id, official: await officialAt(platform, id, 'inspect') }
}

const complete = (official: Visitor, id: string, step: string, more: object = {}) =>
  official.call('POST', `/services/dossiers/${id}/actions`, { act: { action: 'complete', step, ...more } })

const seen = async (official: Visitor, id: string) => done(await official.call('GET', `/services/dossiers/${id}`))

const path = (id: string, step = 'inspect') => `/services/dossiers/${id}/meetings/${step}`

test('the applicant is told when and where, and hears again when it is put off', async () => {
  const { id, official } = await atInspection()
  const on = addDays(dateAt(new Date()), 3)
  done(await official.call('PUT', path(id), { on, time: '08:30', place: 'Thôn Hạ, xã Nghĩa Hưng' }))
  await platform.settle()
  done(await official.call('PUT', path(id), { on, time: '14:00', place: 'Thôn Hạ, xã Nghĩa Hưng' }))
  await platform.settle()
  const told = await platform.query<{ vi: string }>(
    `select words->>'vi' as vi from notification.message where kind = 'dossier.meeting-called' and link like '%' || $1 order by at`,
    [id],
  )
  expect(told.map(({ vi }) => /lúc (\d\d:\d\d)/.exec(vi)?.[1])).toEqual(['08:30', '14:00'])
  const { history } = done(await citizen.call('GET', `/services/my/dossiers/${id}`))
  expect(JSON.stringify(history)).toContain('Thôn Hạ, xã Nghĩa Hưng')
  const early = { members: [{ name: 'A', body: '', opinion: '' }], findings: 'x', conclusion: 'met' }
  expect(await official.call('PUT', `${path(id)}/minutes`, early)).toMatchObject({
    status: 409,
    body: { code: 'meetingToCome' },
  })
}, 60_000)

test('without minutes the step is not left, which stands beside the greyed-out act', async () => {
  const { id, official } = await atInspection()
  expect(await complete(official, id, 'inspect')).toMatchObject({ status: 409, body: { code: 'noMinutes' } })
  const { allowed } = await seen(official, id)
  const act = allowed.find((one: { action: string }) => one.action === 'complete')
  expect(act.refused.vi).toContain('cần biên bản')
  await meet(platform, official, id, 'inspect')
  expect((await complete(official, id, 'inspect')).status).toBe(200)
})

test('minutes that find it not met let only a refusal pass', async () => {
  const { id, official } = await atInspection()
  await meet(platform, official, id, 'inspect', 'not-met')
  expect(await complete(official, id, 'inspect')).toMatchObject({ status: 409, body: { code: 'minutesAgainst' } })
  const refusal = { proposal: 'refuse', reason: 'Máy khoan không đạt' }
  expect((await complete(official, id, 'inspect', refusal)).status).toBe(200)
  expect((await openTasksOf(platform, id)).map(({ step }) => step)).toEqual(['review'])
})

test('only whoever holds the step calls it, not for a day that is over, and not in a step that needs none', async () => {
  const { id, official } = await atInspection()
  const call = { on: dateAt(new Date()), time: '08:00', place: 'Tại cơ sở' }
  const head = await platform.as('truongphong.moitruong')
  expect(await head.call('PUT', path(id), call)).toMatchObject({ status: 403, body: { code: 'notYourTask' } })
  const other = await platform.as('chuyenvien.gtvt')
  expect((await other.call('PUT', path(id), call)).status).toBe(404)
  expect((await official.call('PUT', path(id, 'review'), call)).status).toBe(404)
  const past = await official.call('PUT', path(id), { ...call, on: addDays(call.on, -1) })
  expect(past).toMatchObject({ status: 422, body: { code: 'meetingPast' } })
})
