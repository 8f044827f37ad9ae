import { requiredPapers } from '#engines/forms/contract.ts'
import { createLookups, isComplete } from '#engines/services/index.ts'
import type { Procedure } from '#engines/services/declare.ts'
import { systems } from '#systems/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { createChance } from '../../demo/random.ts'
import { sampleAnswers } from '../../demo/sample-answers.ts'
import type { Answer, TestPlatform, Visitor } from './test-platform.ts'

export type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

/** Exchange of a driving licence: one counter, one department, a fee, five steps. */
export const licenceExchange = '1.002809'

export function completeProcedureOf(code: string): Complete {
  const found = [...systems.procedures, ...systems.bundles].find((one) => one.code === code)
  if (found === undefined || !isComplete(found)) throw new Error(`${code} is not complete`)
  return found
}

const place = '07381'
const person = {
  fullName: 'Thân Thị Bích Phượng',
  sex: 'female' as const,
  birthDate: '1968-08-14',
  personalId: '024168009123',
  phone: '0979000218',
  email: 'bich.phuong@example.vn',
  residence: { commune: place, detail: 'Thôn Hạ' },
}
const others = [
  { ...person, fullName: 'Đồng Văn Khánh', sex: 'male' as const, birthDate: '1966-02-03', personalId: '024066000123' },
  { ...person, fullName: 'Nguyễn Thị Hồng', birthDate: '1971-05-20', personalId: '024171000321' },
]

/** Believable answers to a procedure's form. */
export async function answersTo(test: TestPlatform, procedure: Complete): Promise<Record<string, unknown>> {
  const lookups = await createLookups(systems.codeLists).on(test.platform.connection.db, dateAt(new Date()))
  return sampleAnswers(procedure.form, {
    chance: createChance(7),
    person,
    others,
    communes: [place],
    lookups,
    on: dateAt(new Date()),
  })
}

/** Throws unless an answer is a success: a story does not go on after a wrong step. */
export function done({ status, body }: Answer) {
  if (status < 200 || status > 299) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** An application of this person, written to the end and not sent; answers its id. `papers: false` leaves the papers out, `otherwise` answers some questions otherwise than most do. */
export async function writeDraft(
  test: TestPlatform,
  who: Visitor,
  code: string,
  {
    papers = true,
    otherwise = {},
    onBehalfOf,
  }: { papers?: boolean; otherwise?: Readonly<Record<string, unknown>>; onBehalfOf?: string } = {},
): Promise<string> {
  const procedure = completeProcedureOf(code)
  const answers = { ...(await answersTo(test, procedure)), ...otherwise }
  const { id } = done(await who.call('POST', '/services/drafts', { code, onBehalfOf }))
  for (const page of procedure.form.pages) {
    const own = Object.fromEntries(
      page.fields.filter((field) => field.id in answers).map((field) => [field.id, answers[field.id]]),
    )
    done(await who.call('PUT', `/services/drafts/${id}/pages/${page.id}`, { answers: own }))
  }
  if (done(await who.call('GET', `/services/drafts/${id}`)).needsPlace)
    done(await who.call('PUT', `/services/drafts/${id}/place`, { place }))
  for (const paper of papers ? requiredPapers(procedure.papers, answers) : []) {
    done(await who.call('POST', `/services/drafts/${id}/papers`, { paper: paper.id, fileId: await test.upload(who) }))
  }
  return id
}

/** Copies of a written application: as many others of the same person, ready to be sent. */
export async function copyDraft(test: TestPlatform, id: string, count: number): Promise<string[]> {
  const { rows } = await test.platform.connection.pool.query<{ id: string }>(
    `insert into services.draft (id, account_id, person_id, version_id, place, answers, created_at, saved_at, expires_at)
      select gen_random_uuid(), account_id, person_id, version_id, place, answers, created_at, saved_at, expires_at
      from services.draft, generate_series(1, $2) where id = $1 returning id`,
    [id, count],
  )
  await test.platform.connection.pool.query(
    `insert into services.draft_paper (draft_id, paper, position, file_id, origin)
      select copy.id, p.paper, p.position, p.file_id, p.origin from services.draft_paper p, unnest($2::uuid[]) as copy(id) where p.draft_id = $1`,
    [id, rows.map((row) => row.id)],
  )
  return rows.map((row) => row.id)
}

export interface Filed {
  readonly id: string
  readonly code: string
}

export const submit = async (who: Visitor, draft: string): Promise<Filed> =>
  done(await who.call('POST', `/services/drafts/${draft}/submission`, { declared: true }))

export const fileDossier = async (test: TestPlatform, who: Visitor, code: string): Promise<Filed> =>
  submit(who, await writeDraft(test, who, code))

/** Received on paper at a counter, of somebody who has no account. */
export async function receiveOnPaper(test: TestPlatform, counter: Visitor, code: string): Promise<Filed> {
  const procedure = completeProcedureOf(code)
  const answers = await answersTo(test, procedure)
  const paperOnly = requiredPapers(procedure.papers, answers).map((paper) => paper.id)
  const applicant = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' }
  return done(await counter.call('POST', `/services/reception/${code}`, { applicant, answers, paperOnly }))
}

interface OpenTask {
  readonly step: string
  readonly consult: string | null
  readonly assignee: number
}

export const openTasksOf = async (test: TestPlatform, id: string): Promise<OpenTask[]> =>
  (
    await test.platform.connection.pool.query<OpenTask>(
      `select step, consult, assignee from workflow.task where subject_id = $1 and is_open order by opened_at, id`,
      [id],
    )
  ).rows

/** Whoever an open step of a dossier is addressed to. */
export async function officialAt(test: TestPlatform, id: string, step: string): Promise<Visitor> {
  const task = (await openTasksOf(test, id)).find((one) => one.step === step && one.consult === null)
  if (task === undefined) throw new Error(`${step} is not open`)
  return test.asHolderOf(task.assignee)
}

/**
 * The result drafted and filled in, as whoever signs wants it: from the template of what is proposed, dots replaced. Answers what it says.
 */
export async function draftResult(official: Visitor, id: string): Promise<object> {
  const { resultTemplates, state } = done(await official.call('GET', `/services/dossiers/${id}`))
  const outcome = state.proposal === 'refuse' ? 'refused' : 'granted'
  const { id: template } = resultTemplates.find((one: { outcome: string }) => one.outcome === outcome)
  const path = `/services/dossiers/${id}/result`
  const { document } = done(await official.call('PUT', path, { template }))
  const filled = JSON.parse(JSON.stringify(document).replaceAll('…………', 'Không có'))
  return done(await official.call('PUT', path, { template, document: filled })).document
}

/** The steps of a straight process done in turn up to, and without, the one named; what is to be signed is drafted by then. */
export async function walkTo(test: TestPlatform, id: string, step: string): Promise<void> {
  const [found] = await test.query<{ code: string }>(
    'select procedure_code as code from services.dossier where id = $1',
    [id],
  )
  const { steps } = completeProcedureOf(found?.code ?? '').process
  for (let turn = 0; turn < 20; turn++) {
    const [task] = await openTasksOf(test, id)
    if (task === undefined) throw new Error(`ended before ${step}`)
    if (task.step === step && step !== 'sign') return
    const official = await test.asHolderOf(task.assignee)
    if (task.step === 'sign' || steps[task.step]?.drafts) await draftResult(official, id)
    if (task.step === step) return
    const proposal = task.step === 'appraise' ? { proposal: 'grant' } : {}
    done(
      await official.call('POST', `/services/dossiers/${id}/actions`, {
        act: { action: 'complete', step: task.step, ...proposal },
      }),
    )
  }
  throw new Error(`${step} is never reached`)
}
