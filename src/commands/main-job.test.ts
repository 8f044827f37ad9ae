import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isComplete } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { done, fileDossier, openTasksOf, type Complete } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

const complete = systems.procedures.filter((one): one is Complete => isComplete(one))

let test: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
}, 120_000)
afterAll(() => test.stop())

/** One official does the next step of a dossier, as the process and their rights allow. */
async function doNextStep(id: string, procedure: Complete): Promise<void> {
  const open = await openTasksOf(test, id)
  const task = open.find((one) => one.consult !== null) ?? open[0]
  if (task === undefined) throw new Error('nothing is open')
  const official = await test.asHolderOf(task.assignee)
  const act = async (given: object, revision?: number) =>
    done(await official.call('POST', `/services/dossiers/${id}/actions`, { act: given, revision }))
  const seen = done(await official.call('GET', `/services/dossiers/${id}`))
  if (seen.status === 'paused') return act({ action: 'resume' })
  if (task.consult !== null)
    return act({ action: 'answer', step: task.step, consult: task.consult, opinion: 'Thống nhất' })
  const step = procedure.process.steps[task.step]
  for (const fee of step?.kind === 'deliver' ? (seen.fees as { id: string; paidAt: string | null }[]) : [])
    if (fee.paidAt === null)
      done(await official.call('POST', `/services/dossiers/${id}/fees`, { fee: fee.id, method: 'cash' }))
  if (step?.kind === 'issue') {
    const template = procedure.results.find((one) => one.outcome === 'granted')
    const saved = done(await official.call('PUT', `/services/dossiers/${id}/result`, { template: template?.id }))
    expect(JSON.stringify(saved.document)).not.toContain('{answers.')
  }
  const proposal = step?.may.includes('refuse') ? { proposal: 'grant' } : {}
  return act({ action: 'complete', step: task.step, ...proposal }, seen.revision)
}

async function settleDossier(id: string, procedure: Complete) {
  for (let turn = 0; turn < 40; turn++) {
    const { body } = await citizen.call('GET', `/services/my/dossiers/${id}`)
    if (body.status === 'ended') return body
    await doNextStep(id, procedure)
  }
  throw new Error('the dossier does not end')
}

describe('a dossier of every complete procedure', () => {
  it('there are twelve of them', () => {
    expect(complete).toHaveLength(12)
  })

  it.each(complete.map((one) => [one.everydayName?.vi ?? one.name.vi, one] as const))(
    '%s goes from filing to the result, through everyone who has a step',
    async (_name, procedure) => {
      const { id, code } = await fileDossier(test, citizen, procedure.code)
      const followed = await settleDossier(id, procedure)
      expect(followed).toMatchObject({ outcome: 'granted', code, canRate: true })
      expect(followed.result.number).toMatch(/^\d{2,}\//)
      const verified = await test.nobody.call('GET', `/services/verify/${followed.result.verificationCode}`)
      expect(verified.body).toMatchObject({ state: 'valid', number: followed.result.number })
      expect((await citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 5 })).body).toEqual({ mark: 5 })
      expect((await citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 1 })).status).toBe(409)
    },
    60_000,
  )
})
