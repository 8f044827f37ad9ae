import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, draftResult, fileDossier, licenceExchange, openTasksOf, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What was just done can be taken back for ten seconds, while nobody has gone on; audit and history keep both. */

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

/** A dossier that stands at this step; answers its id. */
async function at(step: string): Promise<string> {
  const { id } = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, id, step)
  return id
}

const act = async (who: Visitor, id: string, what: object) =>
  done(await who.call('POST', `/services/dossiers/${id}/actions`, { act: what }))
const undo = (who: Visitor, id: string) => who.call('POST', `/services/dossiers/${id}/undo`, {})
const appraise = { action: 'complete', step: 'appraise', proposal: 'refuse', reason: 'Giấy khám đã hết hạn' }
const back = { action: 'return', step: 'review', to: 'appraise', reason: 'Xem lại giúp' }

/** Everything that an act changes, but the revision. */
const standing = async (id: string) => ({
  dossier: await test.query(
    `select state, status, outcome, is_open, received_at, promised, deadline, finished_at, delivered_at, answers
       from services.dossier where id = $1`,
    [id],
  ),
  tasks: await test.query(
    `select id, step, assignee, due, remind_at, is_waiting, closed_at, closed_by, closed_by_name, result
       from workflow.task where subject_id = $1 and is_open order by id`,
    [id],
  ),
  stops: await test.query(`select * from services.clock_stop where dossier_id = $1`, [id]),
  access: await test.query(`select deadline, is_open from services.dossier_access where dossier_id = $1 limit 1`, [id]),
})

describe('an act', () => {
  it.each([
    ['a step passed on', 'appraise', appraise],
    ['a return', 'review', back],
    ['a decision', 'sign', { action: 'complete', step: 'sign' }],
  ])('%s is taken back, and everything stands as before', async (_name, step, what) => {
    const id = await at(step)
    const who = await test.asHolderOf((await openTasksOf(test, id))[0]?.assignee as number)
    const before = await standing(id)
    const { undoUntil } = await act(who, id, what)
    expect(Date.parse(undoUntil as string) - Date.now()).toBeGreaterThan(5_000)
    expect(await standing(id)).not.toEqual(before)
    done(await undo(who, id))
    expect(await standing(id)).toEqual(before)
  })

  it('leaves both lines in history and audit, and can be done again', async () => {
    const id = await at('appraise')
    await act(specialist, id, appraise)
    done(await undo(specialist, id))
    const { history } = done(await specialist.call('GET', `/services/dossiers/${id}`))
    const last = history.slice(-2) as { kind: string; words: { vi: string } }[]
    expect(last.map(({ kind }) => kind)).toEqual(['passed-on', 'undone'])
    expect(last[1]?.words.vi).toBe(`Đã hoàn tác: ${last[0]?.words.vi}`)
    const own = done(await citizen.call('GET', `/services/my/dossiers/${id}`)).history as { kind: string }[]
    expect(own.map(({ kind }) => kind)).not.toContain('undone')
    const trail = await test.query<{ operation: string }>(
      `select operation from audit.entry where kind = 'write' and objects::text like '%' || $1 || '%' order by at`,
      [id],
    )
    expect(trail.map(({ operation }) => operation).slice(-2)).toEqual(['services.act', 'services.undoAct'])
    expect((await act(specialist, id, { ...appraise, proposal: 'grant', reason: undefined })).status).toBe('open')
    await act(head, id, { action: 'complete', step: 'review' })
  })

  it('that the applicant would read, a decision, is not in their history once taken back', async () => {
    const id = await at('sign')
    const leader = await test.asHolderOf((await openTasksOf(test, id))[0]?.assignee as number)
    const kinds = async () =>
      (done(await citizen.call('GET', `/services/my/dossiers/${id}`)).history as { kind: string }[]).map(
        ({ kind }) => kind,
      )
    const before = await kinds()
    await act(leader, id, { action: 'complete', step: 'sign' })
    expect(await kinds()).toEqual([...before, 'decided'])
    done(await undo(leader, id))
    expect(await kinds()).toEqual(before)
  })

  it('is taken back only by whoever did it, and only once', async () => {
    const id = await at('appraise')
    await act(specialist, id, appraise)
    expect((await undo(head, id)).body.code).toBe('undoOver')
    expect((await undo(citizen, id)).status).toBe(403)
    expect((await undo(test.nobody, id)).status).toBe(401)
    done(await undo(specialist, id))
    expect((await undo(specialist, id)).body.code).toBe('undoOver')
  })

  it('stays once the time is over', async () => {
    const id = await at('appraise')
    await act(specialist, id, appraise)
    await test.query(`update services.last_act set at = at - interval '16 seconds' where dossier_id = $1`, [id])
    expect((await undo(specialist, id)).body.code).toBe('undoOver')
  })

  it.each([
    ['went on', (id: string) => act(head, id, { action: 'complete', step: 'review' })],
    [
      'wrote an opinion',
      async (id: string) => head.call('POST', `/services/dossiers/${id}/opinions`, { text: 'Đã xem' }),
    ],
    [
      'took the work',
      async (id: string) => {
        const [task] = await test.query<{ id: string }>(
          `select id from workflow.task where subject_id = $1 and is_open`,
          [id],
        )
        done(await head.call('POST', `/workflow/tasks/${task?.id}/taking`))
      },
    ],
  ])('stays when somebody %s meanwhile', async (_name, goOn) => {
    const id = await at('appraise')
    await act(specialist, id, { action: 'complete', step: 'appraise', proposal: 'grant' })
    await goOn(id)
    const before = await standing(id)
    expect((await undo(specialist, id)).body.code).toBe('undoOver')
    expect(await standing(id)).toEqual(before)
  })

  it('of which the applicant is told, or that takes a number, cannot be taken back', async () => {
    const id = await at('receive')
    for (const step of ['receive', 'appraise', 'review', 'sign', 'issue']) {
      const who = await test.asHolderOf((await openTasksOf(test, id))[0]?.assignee as number)
      if (step === 'sign') await draftResult(who, id)
      const more = step === 'appraise' ? { proposal: 'grant' } : {}
      const { undoUntil } = await act(who, id, { action: 'complete', step, ...more })
      expect({ step, isUndoable: undoUntil !== null }).toEqual({
        step,
        isUndoable: !['receive', 'issue'].includes(step),
      })
      if (undoUntil === null) expect((await undo(who, id)).body.code).toBe('undoOver')
    }
  })
})

describe('an act, when two do something at once', () => {
  const opened = async (id: string) => (await openTasksOf(test, id)).map(({ step }) => step)

  it('is either taken back or gone on from, never both', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const id = await at('appraise')
      await act(specialist, id, { action: 'complete', step: 'appraise', proposal: 'grant' })
      const onward = { act: { action: 'complete', step: 'review' } }
      const [back, on] = await Promise.all([
        undo(specialist, id),
        head.call('POST', `/services/dossiers/${id}/actions`, onward),
      ])
      expect([back.status, on.status].filter((status) => status === 200)).toHaveLength(1)
      if (back.status !== 200) expect(back.body.code).toBe('undoOver')
      expect(await opened(id)).toEqual([back.status === 200 ? 'appraise' : 'sign'])
    }
  })

  it('is either taken back or taken up: whoever was told that the work is theirs has it', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const id = await at('appraise')
      await act(specialist, id, { action: 'complete', step: 'appraise', proposal: 'grant' })
      const [task] = await test.query<{ id: string }>(
        `select id from workflow.task where subject_id = $1 and is_open`,
        [id],
      )
      const [back, taken] = await Promise.all([
        undo(specialist, id),
        head.call('POST', `/workflow/tasks/${task?.id}/taking`),
      ])
      expect([back.status, taken.status].filter((status) => status === 200)).toHaveLength(1)
      expect(await opened(id)).toEqual([back.status === 200 ? 'appraise' : 'review'])
    }
  })

  it('waits for whoever is taking up the work, and then stays', async () => {
    const id = await at('appraise')
    await act(specialist, id, { action: 'complete', step: 'appraise', proposal: 'grant' })
    const taking = await test.platform.connection.pool.connect()
    try {
      await taking.query('begin')
      await taking.query(`update workflow.task set assignee = assignee + 1 where subject_id = $1 and is_open`, [id])
      const back = undo(specialist, id)
      await new Promise((resolve) => setTimeout(resolve, 200))
      await taking.query('commit')
      expect((await back).body.code).toBe('undoOver')
      expect(await opened(id)).toEqual(['review'])
    } finally {
      taking.release()
    }
  })

  it('is taken back once, however often it is asked for at once', async () => {
    const id = await at('appraise')
    await act(specialist, id, appraise)
    const answers = await Promise.all([undo(specialist, id), undo(specialist, id), undo(specialist, id)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    const lines = await test.query(`select from services.dossier_event where dossier_id = $1 and kind = 'undone'`, [id])
    expect(lines).toHaveLength(1)
  })
})

describe('an opinion', () => {
  const opine = async (who: Visitor, id: string, text: string) =>
    done(await who.call('POST', `/services/dossiers/${id}/opinions`, { text }))

  it('is taken back by whoever wrote it, and nothing else changes; the history keeps both', async () => {
    const id = await at('appraise')
    const before = await standing(id)
    const { undoUntil } = await opine(specialist, id, 'Ghi nhầm hồ sơ')
    expect(Date.parse(undoUntil) - Date.now()).toBeGreaterThan(5_000)
    expect((await undo(head, id)).body.code).toBe('undoOver')
    done(await undo(specialist, id))
    expect(await standing(id)).toEqual(before)
    const { history } = done(await specialist.call('GET', `/services/dossiers/${id}`)) as {
      history: { id: string; kind: string; words: { vi: string }; detail: { undid: string } }[]
    }
    const [written, undone] = history.slice(-2)
    expect([written?.words.vi, undone?.words.vi]).toEqual(['Ghi nhầm hồ sơ', 'Đã hoàn tác: ý kiến vừa ghi'])
    expect(undone?.detail.undid).toBe(written?.id)
  })

  it('stays once a colleague answered it, or the time is over', async () => {
    const id = await at('appraise')
    await opine(specialist, id, 'Đề nghị xem lại hạng')
    await opine(head, id, 'Đã xem, hạng đúng')
    expect((await undo(specialist, id)).body.code).toBe('undoOver')
    await test.query(`update services.last_act set at = at - interval '16 seconds' where dossier_id = $1`, [id])
    expect((await undo(head, id)).body.code).toBe('undoOver')
  })
})

describe('an issue', () => {
  it('cannot be taken back, also where work goes on after it and nobody is told yet', async () => {
    const { id } = await fileDossier(test, citizen, '1.001193')
    await walkTo(test, id, 'issue')
    await test.query(`update services.dossier set answers = jsonb_set(answers, '{healthCard}', 'true') where id = $1`, [
      id,
    ])
    const clerk = await test.asHolderOf((await openTasksOf(test, id))[0]?.assignee as number)
    expect((await act(clerk, id, { action: 'complete', step: 'issue' })).undoUntil).toBeNull()
    expect((await openTasksOf(test, id)).map(({ step }) => step)).toContain('card')
    expect((await undo(clerk, id)).body.code).toBe('undoOver')
  })
})

describe('work taken, given or put off', () => {
  const taskOf = async (id: string) =>
    (
      await test.query<{ id: string; assignee: number; remindAt: Date | null }>(
        `select id, assignee, remind_at as "remindAt" from workflow.task where subject_id = $1 and is_open`,
        [id],
      )
    )[0] as { id: string; assignee: number; remindAt: Date | null }
  const undoTask = (who: Visitor, task: string) => who.call('POST', `/workflow/tasks/${task}/undo`, {})

  it('goes back to where it was, and whoever had been given it is told', async () => {
    const id = await at('appraise')
    const before = await taskOf(id)
    const [post] = await test.query<{ id: string; person: string }>(
      `select p.id, a.person_id as person from workflow.task t join directory.post p on p.unit_id = t.unit_id and p.function = 'specialist'
         join directory.appointment a on a.post_id = p.id and a.valid_to is null
         join directory.principal q on q.post_id = p.id where t.id = $1 and q.key <> t.assignee order by p.key desc limit 1`,
      [before.id],
    )
    done(await head.call('POST', `/workflow/tasks/${before.id}/assignment`, { postId: post?.id }))
    expect((await taskOf(id)).assignee).not.toBe(before.assignee)
    expect((await undoTask(specialist, before.id)).body.code).toBe('undoOver')
    await test.settle()
    done(await undoTask(head, before.id))
    expect(await taskOf(id)).toEqual(before)
    await test.settle()
    const told = await test.query<{ kind: string }>(
      `select kind from notification.message where person_id = $1 and link like '%' || $2 order by at`,
      [post?.person, id],
    )
    expect(told.map(({ kind }) => kind)).toEqual(['task.assigned', 'task.assignment-undone'])
    expect((await undoTask(head, before.id)).body.code).toBe('undoOver')
  })

  it('given to somebody together, of which they are told, is taken back piece by piece, but what they began stays', async () => {
    const ids = [await at('appraise'), await at('appraise')]
    const tasks = await Promise.all(ids.map(taskOf))
    const [post] = await test.query<{ id: string; key: number; person: string }>(
      `select p.id, q.key, a.person_id as person from workflow.task t join directory.post p on p.unit_id = t.unit_id and p.function = 'specialist'
         join directory.appointment a on a.post_id = p.id and a.valid_to is null
         join directory.principal q on q.post_id = p.id where t.id = $1 and q.key <> t.assignee order by p.key desc limit 1`,
      [tasks[0]?.id],
    )
    done(await head.call('POST', '/workflow/assignments', { ids: tasks.map((task) => task.id), postId: post?.id }))
    await test.settle()
    const theirs = await test.asHolderOf(post?.key as number)
    await act(theirs, ids[0] as string, { action: 'complete', step: 'appraise', proposal: 'grant' })
    const answers = await Promise.all(tasks.map((task) => undoTask(head, task.id)))
    expect(answers.map(({ status }) => status)).toEqual([409, 200])
    expect(await taskOf(ids[1] as string)).toEqual(tasks[1])
    await test.settle()
    const told = await test.query<{ kind: string; link: string }>(
      `select kind, link from notification.message where person_id = $1 and link like any($2) order by at`,
      [post?.person, ids.map((id) => `%${id}`)],
    )
    expect(told.filter(({ kind }) => kind === 'task.assigned')).toHaveLength(2)
    expect(told.filter(({ kind }) => kind === 'task.assignment-undone').map(({ link }) => link)).toEqual([
      expect.stringContaining(ids[1] as string),
    ])
  })

  it('taken or put off comes back, too, but not when the time is over or it is done', async () => {
    const id = await at('appraise')
    const before = await taskOf(id)
    done(await specialist.call('POST', `/workflow/tasks/${before.id}/taking`))
    done(await undoTask(specialist, before.id))
    expect(await taskOf(id)).toEqual(before)
    done(await specialist.call('POST', `/workflow/tasks/${before.id}/reminder`, { at: '2030-01-01T00:00:00Z' }))
    done(await undoTask(specialist, before.id))
    expect(await taskOf(id)).toEqual(before)
    done(await specialist.call('POST', `/workflow/tasks/${before.id}/taking`))
    await test.query(
      `update workflow.task set undo = jsonb_set(undo, '{at}', to_jsonb(now() - interval '16 seconds')) where id = $1`,
      [before.id],
    )
    expect((await undoTask(specialist, before.id)).body.code).toBe('undoOver')
    done(await specialist.call('POST', `/workflow/tasks/${before.id}/taking`))
    await act(specialist, id, { action: 'complete', step: 'appraise', proposal: 'grant' })
    expect((await undoTask(specialist, before.id)).body.code).toBe('undoOver')
  })
})
