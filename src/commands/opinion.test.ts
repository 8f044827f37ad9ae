import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Whose opinion belongs into a dossier: of those who have to do with it, not of those who only look on. */

let platform: TestPlatform
let id: string
beforeAll(async () => {
  platform = await startTestPlatform()
  id = (await fileDossier(platform, await platform.as('congdan'), licenceExchange)).id
  await walkTo(platform, id, 'appraise')
}, 120_000)
afterAll(() => platform.stop())

test.each([
  ['the specialist who works on it', 'chuyenvien.gtvt', 200],
  ['the counter that received it', 'motcua.tinh', 200],
  ['the head of the department', 'giamdoc.gtvt', 200],
  ['the chair of the province', 'chutich.tinh', 200],
  ['an auditor, who reads everything and changes nothing', 'quantri', 403],
])('%s', async (_, login, status) => {
  const who = await platform.as(login)
  const { canAdvise } = done(await who.call('GET', `/services/dossiers/${id}`))
  const answer = await who.call('POST', `/services/dossiers/${id}/opinions`, { text: 'Đã xem, thống nhất.' })
  expect([answer.status, canAdvise]).toEqual([status, status === 200])
})
