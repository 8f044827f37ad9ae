import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../demo/accounts.ts'
import { dateAt } from '#values/plain-date.ts'
import { openDates } from './testing/open-dates.ts'
import { copyDraft, done, fileDossier, openTasksOf, submit, walkTo, writeDraft, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A promotion notice: receive, appraise, review by the head of the division, sign, issue, deliver. */
const promotion = '2.000033'
const today = dateAt(new Date())
const drafts = '/services/procedure-drafts'

let test: TestPlatform
let editor: Visitor
let controller: Visitor
let enterprise: Visitor
let atReception: Filed
let asked: Filed
let atReview: Filed
let signed: Filed
let many: Filed[]
let draft: string

beforeAll(async () => {
  test = await startTestPlatform()
  editor = await test.as('thutuc.congthuong')
  controller = await test.as('thutuc.tinh')
  enterprise = await test.as('doanhnghiep')
  atReception = await fileDossier(test, enterprise, promotion)
  asked = await fileDossier(test, enterprise, promotion)
  await walkTo(test, asked.id, 'appraise')
  const [task] = await openTasksOf(test, asked.id)
  const specialist = await test.asHolderOf(task!.assignee)
  const { papers } = done(await specialist.call('GET', `/services/dossiers/${asked.id}`))
  const pins = [{ path: `papers.${papers[0].id}`, reason: 'Ảnh mờ, không đọc được' }]
  done(await specialist.call('POST', `/services/dossiers/${asked.id}/supplement`, { step: 'appraise', pins, days: 10 }))
  atReview = await fileDossier(test, enterprise, promotion)
  await walkTo(test, atReview.id, 'review')
  signed = await fileDossier(test, enterprise, promotion)
  await walkTo(test, signed.id, 'issue')
  const model = await writeDraft(test, enterprise, promotion)
  many = []
  for (const copy of await copyDraft(test, model, 40)) many.push(await submit(enterprise, copy))
  await test.settle()
}, 300_000)
afterAll(() => test.stop())

const read = async (who: Visitor, id: string) => done(await who.call('GET', `${drafts}/${id}`))
const view = async (id = draft) => done(await editor.call('GET', `${drafts}/${id}/open-dossiers`))
const choose = async (steps: object | null, id = draft) =>
  done(
    await editor.call('PUT', `${drafts}/${id}/open-dossiers`, { revision: (await read(editor, id)).revision, steps }),
  )
const send = async (id = draft) =>
  editor.call('POST', `${drafts}/${id}/submission`, { revision: (await read(editor, id)).revision, effectiveOn: today })
async function approve(id = draft) {
  const proof = done(await controller.call('POST', '/identity/proof', { password: demoPassword }))
  controller = test.withToken(proof.token)
  const { revision } = await read(controller, id)
  return controller.call('POST', `${drafts}/${id}/approval`, { revision, document: '45/QĐ-UBND' })
}

/** What the page proposes, as its form sends it. */
const proposed = async (id = draft, instead: Record<string, string | null> = {}) => {
  const { versions } = await view(id)
  return Object.fromEntries(
    versions.map((one: { id: string; steps: { step: string; to?: string | null }[] }) => [
      one.id,
      Object.fromEntries(
        one.steps.flatMap(({ step, to }) => {
          const target = Object.hasOwn(instead, step) ? instead[step] : to
          return target === undefined ? [] : [[step, target]]
        }),
      ),
    ]),
  )
}

interface Standing {
  readonly number: number
  readonly filedBy: number
  readonly open: string[]
  readonly status: string
  readonly promised: Date
  readonly answers: object
}
const standing = async ({ id }: Filed): Promise<Standing> => {
  const [found] = await test.query<Standing>(
    `select p.number, f.number as "filedBy", d.status, d.promised, d.answers,
        array(select o.step from jsonb_to_recordset(d.state->'open') as o (step text)) as open
      from services.dossier d join services.procedure_version f on f.id = d.version_id
      join services.procedure_version p on p.id = coalesce(d.process_version_id, d.version_id) where d.id = $1`,
    [id],
  )
  return found!
}
const linesOf = ({ id }: Filed) =>
  test.query<{ words: { vi: string }; isPublic: boolean }>(
    `select words, is_public as "isPublic" from services.dossier_event where dossier_id = $1 and kind = 'moved-to-version' order by at`,
    [id],
  )
const problemsOf = (answer: { body: { errors?: { message: { vi: string } }[] } }) => JSON.stringify(answer.body)

describe('a new version that open dossiers are to go by too', () => {
  it('is not sent while a step that is gone leads nowhere: the step is named, and what to do', async () => {
    const begun = done(await editor.call('POST', `/services/procedures/${promotion}/drafts`, {}))
    draft = begun.id
    const { declaration, revision } = await read(editor, draft)
    const { review, ...kept } = declaration.process.steps
    const steps = {
      ...kept,
      appraise: { ...kept.appraise, next: 'check', hours: kept.appraise.hours - 1 },
      check: { ...review, name: { vi: 'Lãnh đạo Sở kiểm tra', en: 'Checked' }, by: kept.sign.by },
      sign: { ...kept.sign, back: ['check', 'appraise'] },
    }
    const edits = [{ do: 'set', path: 'process.steps', value: steps }]
    done(await editor.call('PUT', `${drafts}/${draft}`, { revision, edits }))
    expect((await view()).moves).toBe(false)
    await choose(await proposed())
    const refused = await send()
    expect(refused.body.code).toBe('notReady')
    expect(problemsOf(refused)).toMatch(/Trưởng phòng.*chọn bước đi tiếp/)
  })

  it('is not sent with a step to which its dossiers cannot be put', async () => {
    await choose(await proposed(draft, { review: 'issue' }))
    expect(problemsOf(await send())).toMatch(/bỏ qua bước/)
    await choose(await proposed(draft, { review: 'receive' }))
    expect(problemsOf(await send())).toMatch(/đã tiếp nhận/)
  })

  it('says before how many stand where, what changes hands, and that all can be moved', async () => {
    await choose(await proposed(draft, { review: 'check' }))
    const { versions, preview, moves } = await view()
    expect(moves).toBe(true)
    const [{ steps }] = versions
    const at = (step: string) => steps.find((one: { step: string }) => one.step === step)
    expect(at('receive').dossiers).toBeGreaterThanOrEqual(41)
    expect(at('review')).toMatchObject({ dossiers: expect.any(Number), to: 'check' })
    const open = await test.query<{ id: string }>(
      'select id from services.dossier where procedure_code = $1 and is_open',
      [promotion],
    )
    expect(preview).toMatchObject({ moved: open.length, stays: [], handedOver: at('review').dossiers })
    expect(preview.otherHours).toBe(at('appraise').dossiers)
  })

  it('takes each of them once, batch by batch, and goes on where it was cut off', async () => {
    done(await send())
    const before = new Map<string, Standing>()
    for (const one of [atReception, asked, atReview, signed]) before.set(one.id, await standing(one))
    const [last] = await test.query<Filed>(
      'select id, code from services.dossier where procedure_code = $1 and is_open order by id desc limit 1',
      [promotion],
    )
    const dead = last!
    // The second batch fails until this is taken away, as if its process were killed in the middle.
    const owner = new pg.Client({ connectionString: test.url })
    await owner.connect()
    await owner.query(
      `create function public.cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$`,
    )
    await owner.query(
      `create trigger cut_off before update on services.dossier for each row when (new.id = '${dead.id}') execute function public.cut_off()`,
    )
    expect(done(await approve())).toMatchObject({ number: 2, from: today })
    for (let tries = 0; tries < 100; tries++) {
      const failed = await test.query("select from pgboss.job where name = 'events' and state = 'retry'")
      if (failed.length > 0) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect((await standing(dead)).number).toBe(1)
    const [cutOff] = await test.query<{ count: number }>(
      'select count(*)::int as count from services.version_move_dossier where stays is null',
    )
    expect(cutOff?.count).toBe(25)
    await owner.query('drop trigger cut_off on services.dossier')
    await owner.end()
    await test.settle()
    for (const one of [...many, atReception, asked, atReview, signed]) {
      expect(await standing(one)).toMatchObject({ number: 2, filedBy: 1 })
      expect(await linesOf(one)).toHaveLength(1)
    }
    for (const one of [atReception, asked, atReview, signed]) {
      const was = before.get(one.id)!
      expect(await standing(one)).toMatchObject({ promised: was.promised, status: was.status, answers: was.answers })
    }
    const [double] = await test.query<{ count: number }>(
      `select count(*)::int as count from workflow.task t join services.dossier d on d.id = t.subject_id
        where d.procedure_code = $1 and t.is_open group by d.id, t.step having count(*) > 1`,
      [promotion],
    )
    expect(double).toBeUndefined()
    expect(done(await editor.call('GET', `${drafts}/${draft}/moved-dossiers`))).toMatchObject({ left: 0, stays: [] })
  }, 120_000)

  it('says it in the history to the applicant, who keeps papers, fees and dates', async () => {
    const [line] = await linesOf(atReview)
    expect(line).toMatchObject({ isPublic: true })
    expect(line!.words.vi).toMatch(/quy trình bản 2 \(45\/QĐ-UBND.*từ bước “.*” sang “Lãnh đạo Sở kiểm tra”/)
    const own = done(await enterprise.call('GET', `/services/my/dossiers/${atReview.id}`))
    expect(JSON.stringify(own.history)).toContain('ngày hẹn giữ nguyên')
  })

  it('hands the work of a step that another does to whoever does it now, and leaves the rest with whoever has it', async () => {
    const tasks = await test.query<{ step: string; isOpen: boolean; result: string | null }>(
      `select step, is_open as "isOpen", result from workflow.task where subject_id = $1 order by opened_at, id`,
      [atReview.id],
    )
    expect(tasks.at(-2)).toMatchObject({ step: 'review', isOpen: false, result: 'cancelled' })
    expect(tasks.at(-1)).toMatchObject({ step: 'check', isOpen: true })
    const [task] = await openTasksOf(test, atReview.id)
    const leader = await test.asHolderOf(task!.assignee)
    done(
      await leader.call('POST', `/services/dossiers/${atReview.id}/actions`, {
        act: { action: 'complete', step: 'check' },
      }),
    )
    expect((await standing(atReview)).open).toEqual(['sign'])
  })

  it('keeps every date as the calendar counts it, also of one that waits for its applicant', async () => {
    const dates = await openDates(test.platform.connection.db, () => new Date())
    const differing = [...dates].filter(
      ([, { stands, anew, counted }]) =>
        counted.dossier.procedureCode === promotion && JSON.stringify(stands) !== JSON.stringify(anew),
    )
    expect(differing).toEqual([])
    expect(await standing(asked)).toMatchObject({ status: 'waiting-applicant', open: ['appraise'] })
  })
})

describe('taking it back', () => {
  it('brings back what nobody has acted on since, and lists what stays', async () => {
    const back = done(await editor.call('POST', `/services/procedures/${promotion}/drafts`, { from: 1 })).id
    const { versions } = await view(back)
    const [{ steps }] = versions
    expect(steps.find((one: { step: string }) => one.step === 'check')).toMatchObject({ to: 'review' })
    await choose(await proposed(back, { sign: null }), back)
    done(await send(back))
    expect(done(await approve(back))).toMatchObject({ number: 3 })
    await test.settle()
    expect(await standing(asked)).toMatchObject({ number: 3, filedBy: 1, open: ['appraise'] })
    expect(await standing(atReview)).toMatchObject({ number: 2, open: ['sign'] })
    const after = done(await editor.call('GET', `${drafts}/${back}/moved-dossiers`))
    expect(after.stays.find(({ code }: Filed) => code === atReview.code)).toMatchObject({
      why: { vi: expect.stringMatching(/để lại bản cũ/) },
    })
    const fresh = await fileDossier(test, enterprise, promotion)
    expect((await standing(fresh)).number).toBe(3)
  }, 120_000)

  it('is not to be seen by others than whoever writes procedures', async () => {
    const other = await test.as('chuyenvien.congthuong')
    for (const path of ['open-dossiers', 'moved-dossiers'])
      expect((await other.call('GET', `${drafts}/${draft}/${path}`)).status).toBe(403)
  })
})
