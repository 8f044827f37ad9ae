import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isComplete } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { fileDossier } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

const complete = systems.procedures.filter(isComplete)

let test: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
}, 120_000)
afterAll(() => test.stop())

describe('a dossier of every complete procedure', () => {
  it('there are twelve of them', () => {
    expect(complete).toHaveLength(12)
  })

  it.each(complete.map((one) => [one.everydayName?.vi ?? one.name.vi, one] as const))(
    '%s goes from filing to the result, through everyone who has a step',
    async (_name, procedure) => {
      const { id, code } = await fileDossier(test, citizen, procedure.code)
      const followed = await settleDossier(test, citizen, id, procedure)
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
