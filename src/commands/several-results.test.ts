import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { done, openTasksOf, submit, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A birth with a health card has two results: each is shown and told when it is there, whatever the other waits for. */

const birth = '1.001193'
let test: TestPlatform
let mother: Visitor
let id: string

beforeAll(async () => {
  test = await startTestPlatform()
  mother = await test.as('congdan')
  const otherwise = {
    childBirthDate: dateAt(new Date()),
    parents: 'none',
    married: false,
    healthCard: true,
    clinic: 'Trạm y tế',
  }
  const draft = await writeDraft(test, mother, birth, { otherwise })
  ;({ id } = await submit(mother, draft))
  for (const step of ['receive', 'record', 'sign', 'issue']) await complete(step)
}, 240_000)
afterAll(() => test.stop())

async function complete(step: string): Promise<void> {
  const task = (await openTasksOf(test, id)).find((one) => one.step === step)
  const official = await test.asHolderOf(task?.assignee ?? 0)
  if (step === 'record') done(await official.call('PUT', `/services/dossiers/${id}/result`, { template: 'granted' }))
  const act = {
    action: 'complete',
    step,
    ...(step === 'record' && { proposal: 'grant' }),
    ...(step === 'deliver' && { receiverSeen: true }),
  }
  done(await official.call('POST', `/services/dossiers/${id}/actions`, { act }))
}

const followed = async () => done(await mother.call('GET', `/services/my/dossiers/${id}`))

async function resultsTold(): Promise<string[]> {
  await test.settle()
  const told = await test.query<{ words: { vi: string } }>(
    `select words from notification.message where link like '%' || $1 and kind = 'dossier.moved' order by at`,
    [id],
  )
  return told.map(({ words }) => words.vi).filter((words) => words.includes('đã có kết quả'))
}

describe('a dossier with two results', () => {
  it('shows, prints and tells the first while the second is still worked on', async () => {
    const { result, nextWords, finishedAt } = await followed()
    expect([result.title, finishedAt]).toEqual(['Giấy khai sinh', null])
    expect(nextWords.vi).toMatch(/Đã có kết quả; phần còn lại chờ/)
    expect((await mother.call('GET', `/services/dossiers/${id}/print/result`)).status).toBe(200)
    const papers = done(await mother.call('GET', '/services/my/papers')) as { dossierId: string }[]
    expect(papers.map(({ dossierId }) => dossierId)).toContain(id)
    expect(await resultsTold()).toEqual([expect.stringContaining('Trả giấy khai sinh')])
  }, 30_000)

  it('tells the second when it is there too, and neither twice', async () => {
    for (const step of ['deliver', 'card']) await complete(step)
    expect((await followed()).nextWords.vi).toMatch(/^Đã có kết quả, nhận tại/)
    expect(await resultsTold()).toEqual([
      expect.stringContaining('Trả giấy khai sinh'),
      expect.stringContaining('Trả thẻ bảo hiểm y tế'),
    ])
  }, 30_000)
})
