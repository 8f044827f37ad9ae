import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { createLookups, isComplete } from '#engines/services/index.ts'
import type { Procedure } from '#engines/services/declare.ts'
import { systems } from '#systems/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { sampleAnswers } from '../demo/sample-answers.ts'
import { createChance } from '../demo/random.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

const complete = systems.procedures.filter((one): one is Complete => isComplete(one))
const person = {
  fullName: 'Thân Thị Bích Phượng',
  sex: 'female' as const,
  birthDate: '1968-08-14',
  personalId: '024168009123',
  phone: '0979000218',
  email: 'bich.phuong@example.vn',
  residence: { commune: '07381', detail: 'Thôn Hạ' },
}

let test: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
}, 120_000)
afterAll(() => test.stop())

/** Writes and sends an application online; answers the receipt. */
async function file(procedure: Complete) {
  const lookups = await createLookups(systems.codeLists).on(test.platform.connection.db, dateAt(new Date()))
  const others = [
    {
      ...person,
      fullName: 'Đồng Văn Khánh',
      sex: 'male' as const,
      birthDate: '1966-02-03',
      personalId: '024066000123',
    },
  ]
  const source = { chance: createChance(7), person, others, communes: ['07381'], lookups, on: dateAt(new Date()) }
  const answers = sampleAnswers(procedure.form, source)
  const started = await citizen.call('POST', '/services/drafts', { code: procedure.code })
  expect(started.body).toMatchObject({ id: expect.any(String) as string })
  const draft = `/services/drafts/${started.body.id}`
  for (const page of procedure.form.pages) {
    const own = Object.fromEntries(
      page.fields.filter((field) => field.id in answers).map((field) => [field.id, answers[field.id]]),
    )
    const saved = await citizen.call('PUT', `${draft}/pages/${page.id}`, { answers: own })
    expect({ page: page.id, status: saved.status, places: saved.body.places }).toEqual({
      page: page.id,
      status: 200,
      places: [],
    })
  }
  if ((await citizen.call('GET', draft)).body.needsPlace)
    expect((await citizen.call('PUT', `${draft}/place`, { place: '07381' })).status).toBe(200)
  for (const paper of requiredPapers(procedure.papers, answers)) {
    const added = await citizen.call('POST', `${draft}/papers`, { paper: paper.id, fileId: await test.upload(citizen) })
    expect({ paper: paper.id, status: added.status, body: added.status === 200 ? '' : added.body }).toEqual({
      paper: paper.id,
      status: 200,
      body: '',
    })
  }
  const sent = await citizen.call(
    'POST',
    `${draft}/submission`,
    { declared: true },
    { 'Idempotency-Key': `file-${procedure.code}` },
  )
  expect(sent.body).toMatchObject({ code: expect.stringMatching(/-\d{6}-\d{4}$/) as string })
  return sent.body as { id: string; code: string }
}

interface OpenTask {
  readonly step: string
  readonly consult: string | null
  readonly assignee: number
}

const openTasks = async (id: string): Promise<OpenTask[]> =>
  (
    await test.platform.connection.pool.query<OpenTask>(
      `select step, consult, assignee from workflow.task where subject_id = $1 and is_open order by consult nulls last, opened_at`,
      [id],
    )
  ).rows

/** One official does the next step of a dossier, as the process and their rights allow. */
async function doNextStep(id: string, procedure: Complete, proposal: 'grant' | 'refuse'): Promise<void> {
  const [task] = (await openTasks(id)).sort((a, b) => Number(a.consult === null) - Number(b.consult === null))
  if (task === undefined) throw new Error('nothing is open')
  const official = await test.asHolderOf(task.assignee)
  const seen = await official.call('GET', `/services/dossiers/${id}`)
  expect({ step: task.step, status: seen.status, ...(seen.status === 200 ? {} : { body: seen.body }) }).toEqual({
    step: task.step,
    status: 200,
  })
  if (seen.body.status === 'paused') {
    expect(
      (await official.call('POST', `/services/dossiers/${id}/actions`, { act: { action: 'resume' } })).status,
    ).toBe(200)
    return
  }
  const step = procedure.process.steps[task.step]
  if (task.consult !== null) {
    const answered = await official.call('POST', `/services/dossiers/${id}/actions`, {
      act: { action: 'answer', step: task.step, consult: task.consult, opinion: 'Thống nhất' },
    })
    expect(answered.body).toMatchObject({ status: 'open' })
    return
  }
  for (const fee of step?.kind === 'deliver' ? (seen.body.fees as { id: string; paidAt: string | null }[]) : []) {
    if (fee.paidAt === null)
      expect(
        (await official.call('POST', `/services/dossiers/${id}/fees`, { fee: fee.id, method: 'cash' })).status,
      ).toBe(200)
  }
  if (step?.kind === 'issue') await draftResult(official, id, procedure, proposal)
  const proposes = step?.may.includes('refuse')
  const act = {
    action: 'complete',
    step: task.step,
    ...(proposes ? { proposal, ...(proposal === 'refuse' ? { reason: 'Không đủ điều kiện' } : {}) } : {}),
  }
  const done = await official.call('POST', `/services/dossiers/${id}/actions`, { act, revision: seen.body.revision })
  expect({ step: task.step, status: done.status, ...(done.status === 200 ? {} : { body: done.body }) }).toEqual({
    step: task.step,
    status: 200,
  })
}

async function draftResult(official: Visitor, id: string, procedure: Complete, proposal: 'grant' | 'refuse') {
  const template = procedure.results.find((one) => one.outcome === (proposal === 'grant' ? 'granted' : 'refused'))
  const saved = await official.call('PUT', `/services/dossiers/${id}/result`, { template: template?.id })
  expect({ status: saved.status, ...(saved.status === 200 ? {} : { body: saved.body }) }).toEqual({ status: 200 })
  expect(JSON.stringify(saved.body.document)).not.toContain('{answers.')
}

async function settleDossier(id: string, procedure: Complete, proposal: 'grant' | 'refuse') {
  for (let turn = 0; turn < 40; turn++) {
    const { body } = await citizen.call('GET', `/services/my/dossiers/${id}`)
    if (body.status === 'ended') return body
    await doNextStep(id, procedure, proposal)
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
      const { id, code } = await file(procedure)
      const followed = await settleDossier(id, procedure, 'grant')
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
