import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isComplete } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { settleDossier } from '../src/commands/testing/settle-dossier.ts'
import { answersTo } from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import { answerQuestions, givePapers, nameOf, writingOn, type Writing } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const complete = systems.procedures.filter(isComplete)

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
      expect(await settleDossier(stage.test, visitor, id, procedure)).toMatchObject({ outcome: 'granted' })
      await citizen.goTo(`/trang-cua-toi/ho-so/${id}`)
      await citizen.sees('Tải kết quả (PDF)')
    },
    90_000,
  )

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
