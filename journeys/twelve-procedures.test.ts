import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isComplete } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { answersTo, done, openTasksOf, type Complete } from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import { answerQuestions, givePapers, nameOf, writingOn, type Writing } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const complete = systems.procedures.filter((one): one is Complete => isComplete(one))

let stage: Stage
let visitor: Visitor
let citizen: Person
let write: Writing

beforeAll(async () => {
  stage = await openStage()
  visitor = await stage.test.as('congdan')
  citizen = await stage.enter({ as: visitor })
  write = await writingOn(stage.test)
}, 120_000)
afterAll(() => stage.stop())

/** Everyone who has a step does it, until the dossier has ended. */
async function settle(id: string, procedure: Complete): Promise<{ outcome: string }> {
  for (let turn = 0; turn < 40; turn++) {
    const seen = done(await visitor.call('GET', `/services/my/dossiers/${id}`))
    if (seen.status === 'ended') return seen
    const [task] = (await openTasksOf(stage.test, id)).toSorted(
      (a, b) => Number(a.consult === null) - Number(b.consult === null),
    )
    if (task === undefined) throw new Error('nothing is open')
    const official = await stage.test.asHolderOf(task.assignee)
    const act = (body: object) => official.call('POST', `/services/dossiers/${id}/actions`, { act: body }).then(done)
    const { status, fees } = done(await official.call('GET', `/services/dossiers/${id}`))
    const step = procedure.process.steps[task.step]
    if (status === 'paused') await act({ action: 'resume' })
    else if (task.consult !== null)
      await act({ action: 'answer', step: task.step, consult: task.consult, opinion: 'Thống nhất' })
    else {
      for (const fee of step?.kind === 'deliver' ? fees : [])
        if (fee.paidAt === null)
          done(await official.call('POST', `/services/dossiers/${id}/fees`, { fee: fee.id, method: 'cash' }))
      if (step?.kind === 'issue')
        done(
          await official.call('PUT', `/services/dossiers/${id}/result`, {
            template: procedure.results.find((one) => one.outcome === 'granted')?.id,
          }),
        )
      await act({ action: 'complete', step: task.step, ...(step?.may.includes('refuse') ? { proposal: 'grant' } : {}) })
    }
  }
  throw new Error('the dossier does not end')
}

describe('every complete procedure', () => {
  test.each(complete.map((one) => [nameOf(one), one] as const))(
    '%s is filed on the screen and comes to its result',
    async (_name, procedure) => {
      const answers = await answersTo(stage.test, procedure)
      await citizen.goTo(`/thu-tuc/${procedure.code}`)
      await citizen.press('Bắt đầu nộp hồ sơ')
      await answerQuestions(citizen, answers, write)
      await givePapers(citizen)
      await citizen.choose('Tôi cam đoan')
      await citizen.press('Gửi hồ sơ')
      await citizen.sees('Đã gửi hồ sơ')
      const id = new URL(citizen.page.url()).pathname.split('/').at(-2) ?? ''
      expect(await settle(id, procedure)).toMatchObject({ outcome: 'granted' })
      await citizen.goTo(`/trang-cua-toi/ho-so/${id}`)
      await citizen.sees('Tải kết quả (PDF)')
    },
    90_000,
  )

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
