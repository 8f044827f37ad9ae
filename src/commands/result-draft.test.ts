import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeProcedureOf, done, fileDossier, licenceExchange, openTasksOf, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The draft of a result: whose it is to write, and that what is issued says what was decided. */

let test: TestPlatform
let citizen: Visitor
let specialist: Visitor
let head: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  specialist = await test.as('chuyenvien.gtvt')
  head = await test.as('truongphong.gtvt')
}, 240_000)
afterAll(() => test.stop())

async function at(step: string): Promise<string> {
  const { id } = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, id, step)
  return id
}

const save = (who: Visitor, id: string, body: object) => who.call('PUT', `/services/dossiers/${id}/result`, body)
const seen = async (who: Visitor, id: string) => done(await who.call('GET', `/services/dossiers/${id}`))
const act = async (who: Visitor, id: string, what: object) =>
  done(await who.call('POST', `/services/dossiers/${id}/actions`, { act: what }))
const holder = async (id: string): Promise<Visitor> =>
  test.asHolderOf((await openTasksOf(test, id))[0]?.assignee as number)

describe('the draft of a result', () => {
  it('is offered exactly to whom the operation lets write it', async () => {
    for (const step of ['receive', 'appraise']) {
      const id = await at(step)
      for (const who of [await holder(id), head]) {
        const answer = await who.call('GET', `/services/dossiers/${id}`)
        if (answer.status !== 200) continue
        const { status } = await save(who, id, { template: 'granted' })
        expect({ step, can: answer.body.canWriteResult }).toEqual({ step, can: status === 200 })
      }
    }
  })

  it('says under which template it was written, whatever is proposed by then', async () => {
    const id = await at('appraise')
    done(await save(specialist, id, { template: 'granted' }))
    await act(specialist, id, {
      action: 'complete',
      step: 'appraise',
      proposal: 'refuse',
      reason: 'Giấy khám đã hết hạn',
    })
    expect((await seen(head, id)).result.template).toBe('granted')
  })

  it('of a refusal names the law by which its dossier goes, and the reason given', async () => {
    const id = await at('appraise')
    const refusal = { action: 'complete', step: 'appraise', proposal: 'refuse', reason: 'Giấy khám đã hết hạn' }
    await act(specialist, id, refusal)
    for (const step of ['review', 'sign']) await act(await holder(id), id, { action: 'complete', step })
    const { document } = done(await save(await holder(id), id, { template: 'refused' }))
    const said = JSON.stringify(document.blocks)
    for (const law of completeProcedureOf(licenceExchange).legalBasis) expect(said).toContain(law)
    expect(said).toContain(refusal.reason)
    expect(said).not.toMatch(/[{][a-zA-Z.]+[}]/)
  })

  it('that says otherwise than the decision is not issued, and is composed anew from the right template only', async () => {
    const id = await at('appraise')
    done(await save(specialist, id, { template: 'granted' }))
    await act(specialist, id, {
      action: 'complete',
      step: 'appraise',
      proposal: 'refuse',
      reason: 'Giấy khám đã hết hạn',
    })
    for (const step of ['review', 'sign']) await act(await holder(id), id, { action: 'complete', step })
    const clerk = await holder(id)
    const issue = { act: { action: 'complete', step: 'issue' } }
    expect((await clerk.call('POST', `/services/dossiers/${id}/actions`, issue)).body.code).toBe('resultDiffers')
    const { document } = (await seen(clerk, id)).result
    expect((await save(clerk, id, { template: 'refused', document })).body.code).toBe('resultDecided')
    expect((await save(clerk, id, { template: 'granted' })).body.code).toBe('resultDecided')
    done(await save(clerk, id, { template: 'refused' }))
    expect((await save(clerk, id, { template: 'refused' })).body.code).toBe('resultDecided')
    done(await clerk.call('POST', `/services/dossiers/${id}/actions`, issue))
    expect((await seen(clerk, id)).result).toMatchObject({ template: 'refused', number: expect.any(String) as string })
  })
})
