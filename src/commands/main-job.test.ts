import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isComplete } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { demoAccounts } from '../demo/accounts.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { fileDossier } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

const complete = systems.procedures.filter(isComplete)

let test: TestPlatform
let citizen: Visitor
const filed: string[] = []

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
}, 120_000)
afterAll(() => test.stop())

describe('a dossier of every complete procedure', () => {
  it('there are thirty-six of them', () => {
    expect(complete).toHaveLength(36)
  })

  it.each(complete.map((one) => [one.everydayName?.vi ?? one.name.vi, one] as const))(
    '%s goes from filing to the result, through everyone who has a step',
    async (_name, procedure) => {
      const { id, code } = await fileDossier(test, citizen, procedure.code)
      filed.push(id)
      const followed = await settleDossier(test, citizen, id, procedure)
      expect(followed).toMatchObject({ outcome: 'granted', code, canRate: true })
      expect(followed.result.number).toMatch(/^\d{2,}\//)
      const verified = await test.nobody.call('GET', `/services/verify/${followed.result.verificationCode}`)
      expect(verified.body).toMatchObject({ state: 'valid', number: followed.result.number })
      // As people type from paper what is printed in groups, and paste what their telephone made of the code.
      const typed = followed.result.verificationCode.toLowerCase().replace(/.{4}(?=.)/g, '$& ')
      const typedVerified = await test.nobody.call('GET', `/services/verify/${encodeURIComponent(typed)}`)
      expect(typedVerified.body).toEqual(verified.body)
      const pasted = encodeURIComponent(` ${code.replaceAll('-', '–')} `)
      expect((await test.nobody.call('GET', `/services/look-up?code=${pasted}&phoneEnd=0218`)).status).toBe(200)
      expect((await citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 5 })).body).toEqual({ mark: 5 })
      expect((await citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 1 })).status).toBe(409)
    },
    60_000,
  )

  it('goes through hands of the printed table alone: whoever tries the demo can sign in for each step', async () => {
    const others = await test.query(
      `select u.code as unit, q.function, array_agg(distinct d.procedure_code || ' ' || t.step) as steps
        from workflow.task t
        join services.dossier d on d.id = t.subject_id
        join directory.principal q on q.key = t.assignee
        join directory.unit u on u.id = q.unit_id
        where t.subject_id = any($1::uuid[]) and not exists (
          select from directory.post held
            join directory.appointment a on a.post_id = held.id and a.valid_to is null
            join identity.account acc on acc.person_id = a.person_id
            where held.unit_id = q.unit_id and held.function = q.function and acc.login = any($2::text[]))
        group by 1, 2`,
      [filed, demoAccounts.map(({ login }) => login)],
    )
    expect(others).toEqual([])
  })
})
