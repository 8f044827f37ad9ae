import { afterAll, beforeAll, expect, test } from 'vitest'
import { runJob } from './testing/run-job.ts'
import { done, fileDossier, officialAt, openTasksOf, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Who is asked for an opinion and says nothing in time has agreed, where the process says so and only while the dossier runs. */

const alcohol = '2.000620'
const disability = '1.001699'
let platform: TestPlatform

beforeAll(async () => {
  platform = await startTestPlatform()
}, 120_000)
afterAll(() => platform.stop())

async function atStep(procedure: string, step: string): Promise<string> {
  const { id } = await fileDossier(platform, await platform.as('congdan'), procedure)
  await walkTo(platform, id, step)
  return id
}

/** The opinions of a dossier that are still asked, after the job ran this many days from now. */
async function askedAfter(id: string, days: number): Promise<(string | null)[]> {
  await runJob(platform.platform, 'take-silence-for-consent', () => new Date(Date.now() + days * 86_400_000))
  return (await openTasksOf(platform, id)).filter(({ consult }) => consult !== null).map(({ consult }) => consult)
}

test('before its time is over nothing happens, after it the commune has agreed and the dossier goes on', async () => {
  const id = await atStep(alcohol, 'appraise')
  expect(await askedAfter(id, 0)).toEqual(['commune'])
  expect(await askedAfter(id, 60)).toEqual([])
  const official = await officialAt(platform, id, 'appraise')
  const { revision, history } = done(await official.call('GET', `/services/dossiers/${id}`))
  expect(JSON.stringify(history)).toContain('coi như đồng ý')
  const act = { action: 'complete', step: 'appraise', proposal: 'grant' }
  expect((await official.call('POST', `/services/dossiers/${id}/actions`, { act, revision })).status).toBe(200)
})

test('silence of whoever must answer never counts, nor while the applicant is asked', async () => {
  const council = await atStep(disability, 'council')
  expect(await askedAfter(council, 60)).toEqual(['chair'])
  const stopped = await atStep(alcohol, 'appraise')
  const official = await officialAt(platform, stopped, 'appraise')
  const asked = {
    step: 'appraise',
    pins: [{ path: 'area', reason: 'Ghi lại diện tích' }],
    basis: 'NĐ 105/2017',
    days: 10,
  }
  done(await official.call('POST', `/services/dossiers/${stopped}/supplement`, asked))
  expect(await askedAfter(stopped, 60)).toEqual(['commune'])
})
