import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { lawsOn } from '#engines/services/procedure/procedure.ts'
import {
  completeProcedureOf,
  done,
  fileDossier,
  licenceExchange,
  openTasksOf,
  submit,
  walkTo,
  writeDraft,
} from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The draft of a result: whose it is to write, what it takes to be signed, and that what is issued is what was signed. */

const criminalRecord = '2.000488'
const birth = '1.001193'

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

/** The code under which signing is refused, after the screen has said the same in words; undefined: it is offered. */
async function whySignIsRefused(who: Visitor, id: string): Promise<string | undefined> {
  const { allowed } = await seen(who, id)
  const offer = allowed.find(
    (one: { action: string; step: string }) => one.action === 'complete' && one.step === 'sign',
  )
  if (offer.refused === undefined) return undefined
  const { status, body } = await who.call('POST', `/services/dossiers/${id}/actions`, {
    act: { action: 'complete', step: 'sign' },
  })
  expect(status).toBe(409)
  expect(body.words).toEqual(offer.refused)
  return body.code
}

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

  it('is signed by somebody else where the head is among those whom it is about', async () => {
    const id = await at('sign')
    const signer = await holder(id)
    const [own] = await test.query<{ id: string }>(
      `select person_id as id from identity.account where id = (select account_id from identity.session order by created_at desc limit 1)`,
    )
    await test.query('update services.dossier set applicant_id = $2 where id = $1', [id, own?.id])
    expect(await whySignIsRefused(signer, id)).toBe('ownMatter')
  })

  it('has the lines of its case alone: what it is for in the words of who asked, the former spouse of who is divorced', async () => {
    const certificate = '1.004873'
    const otherwise = {
      status: 'divorced',
      spouse: 'Ngô Văn Thắng',
      endedBy: '12/2019/QĐST',
      purpose: '5',
      purposeText: 'Vay vốn mua xe',
    }
    const { id } = await submit(citizen, await writeDraft(test, citizen, certificate, { otherwise }))
    await walkTo(test, id, 'check')
    const { document } = done(await save(await holder(id), id, { template: 'granted' }))
    const said = JSON.stringify(document)
    expect(said).toContain('{"label":"Giấy này dùng để","value":"Vay vốn mua xe"}')
    expect(said).toContain('{"label":"Vợ, chồng trước","value":"Ngô Văn Thắng; 12/2019/QĐST"}')
    expect(said).not.toMatch(/để trống| · "|"Vợ, chồng"/)
  })

  it('of a refusal names the law by which its dossier goes, and the reason given', async () => {
    const id = await at('appraise')
    const refusal = { action: 'complete', step: 'appraise', proposal: 'refuse', reason: 'Giấy khám đã hết hạn' }
    await act(specialist, id, refusal)
    await act(head, id, { action: 'complete', step: 'review' })
    const { document } = done(await save(await holder(id), id, { template: 'refused' }))
    const said = JSON.stringify(document.blocks)
    for (const law of lawsOn(completeProcedureOf(licenceExchange), dateAt(new Date()))) expect(said).toContain(law)
    expect(said).toContain(refusal.reason)
    expect(said).not.toMatch(/[{][a-zA-Z.]+[}]/)
  })

  it('is needed by whoever signs: without it the decision is offered greyed out, with the reason, and refused', async () => {
    const id = await at('review')
    await act(head, id, { action: 'complete', step: 'review' })
    const leader = await holder(id)
    expect(await whySignIsRefused(leader, id)).toBe('noResultYet')
    done(await save(leader, id, { template: 'granted' }))
    expect(await whySignIsRefused(leader, id)).toBeUndefined()
  })

  it('is needed by whoever proposes to grant where the process says so, and not for a refusal', async () => {
    const { id } = await fileDossier(test, citizen, '2.002288')
    await walkTo(test, id, 'appraise')
    const appraiser = await holder(id)
    const propose = (proposal: object) =>
      appraiser.call('POST', `/services/dossiers/${id}/actions`, {
        act: { action: 'complete', step: 'appraise', ...proposal },
      })
    const offers = async () =>
      (await seen(appraiser, id)).allowed
        .filter(({ action }: { action: string }) => action === 'complete')
        .map(({ proposal, refused }: { proposal?: string; refused?: object }) => [proposal, refused === undefined])
    expect(await offers()).toEqual([
      [undefined, false],
      ['grant', false],
      ['refuse', true],
    ])
    expect((await propose({ proposal: 'grant' })).body.code).toBe('noResultYet')
    done(await save(appraiser, id, { template: 'granted' }))
    expect((await offers()).every(([, isOpen]: [string, boolean]) => isOpen)).toBe(true)
    done(await propose({ proposal: 'grant' }))
  })

  it('that still has places to be filled in is not signed', async () => {
    const { id } = await fileDossier(test, citizen, criminalRecord)
    await walkTo(test, id, 'sign')
    const leader = await holder(id)
    const { result } = await seen(leader, id)
    const left = (value: string) =>
      JSON.parse(JSON.stringify(result.document).replace('"Không có"', JSON.stringify(value)))
    for (const value of ['…………', '', '  ', 'Có……']) {
      done(await save(leader, id, { template: result.template, document: left(value) }))
      expect(await whySignIsRefused(leader, id)).toBe('resultUnfilled')
    }
    done(await save(leader, id, { template: result.template, document: left('Không có án tích') }))
    expect(await whySignIsRefused(leader, id)).toBeUndefined()
  })

  it('names what may be empty in law as empty, so that it can be signed', async () => {
    const { id } = await fileDossier(test, citizen, birth)
    await test.query(
      `update services.dossier set answers = (answers - 'father') || '{"parents": "mother"}' where id = $1`,
      [id],
    )
    await walkTo(test, id, 'sign')
    const leader = await holder(id)
    expect(JSON.stringify((await seen(leader, id)).result.document)).toContain('{"label":"Cha","value":"(để trống)"}')
    expect(await whySignIsRefused(leader, id)).toBeUndefined()
  })

  it('of a criminal record certificate says of which number it is', async () => {
    const { id } = await fileDossier(test, citizen, criminalRecord)
    await walkTo(test, id, 'sign')
    expect((await seen(await holder(id), id)).result.title).toMatch(/^Phiếu lý lịch tư pháp số [12]$/)
  })

  it('that says otherwise than what is proposed is not signed, and what was signed is worded by nobody', async () => {
    const id = await at('appraise')
    done(await save(specialist, id, { template: 'granted' }))
    await act(specialist, id, {
      action: 'complete',
      step: 'appraise',
      proposal: 'refuse',
      reason: 'Giấy khám đã hết hạn',
    })
    await act(head, id, { action: 'complete', step: 'review' })
    const leader = await holder(id)
    expect(await whySignIsRefused(leader, id)).toBe('resultDiffers')
    done(await save(leader, id, { template: 'refused' }))
    await act(leader, id, { action: 'complete', step: 'sign' })
    const clerk = await holder(id)
    const { document } = (await seen(clerk, id)).result
    for (const body of [{ template: 'refused', document }, { template: 'refused' }, { template: 'granted' }])
      expect((await save(clerk, id, body)).body.code).toBe('resultDecided')
    await act(clerk, id, { action: 'complete', step: 'issue' })
    expect((await seen(clerk, id)).result).toMatchObject({ template: 'refused', number: expect.any(String) as string })
  })

  it('is worded anew only where it is signed: the clerk who finds a mistake returns it', async () => {
    const id = await at('issue')
    const clerk = await holder(id)
    await act(clerk, id, { action: 'return', step: 'issue', to: 'sign', reason: 'Sai tên thôn' })
    const leader = await holder(id)
    done(await save(leader, id, { template: 'granted' }))
    await act(leader, id, { action: 'complete', step: 'sign' })
  })
})
