import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileDossier, type Filed } from '../src/commands/testing/story.ts'
import { resultIsHandedOut, resultIsIssued, stepIsDone } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  const visitor = await stage.test.as('congdan')
  dossier = await fileDossier(stage.test, visitor, '1.001776')
  citizen = await stage.enter({ as: visitor })
}, 120_000)
afterAll(() => stage.stop())

describe('a social allowance goes from the commune to the district and back', { timeout: 90_000 }, () => {
  test('the commune receives, considers, posts and proposes', async () => {
    for (const step of ['receive', 'council', 'publish', 'propose']) await stepIsDone(stage, dossier, step)
  })

  test('the citizen sees that the district has it now', async () => {
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.sees('Hồ sơ đi đến đâu', /huyện Lạng Giang/)
    await citizen.picture('story/nguoi-dan-theo-doi')
  })

  test('the district appraises, reviews, decides and issues', async () => {
    for (const step of ['appraise', 'review', 'sign']) await stepIsDone(stage, dossier, step)
    await resultIsIssued(stage, dossier)
  })

  test('and the counter of the commune hands the decision out', async () => {
    const counter = await resultIsHandedOut(stage, dossier)
    expect(await counter.reads()).toContain('Một cửa')
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.sees('Tải kết quả (PDF)')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
