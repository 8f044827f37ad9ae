import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Batch } from '#kernel/database/batch.ts'
import { currentCalendar } from '#engines/calendar/index.ts'
import { copyDraft, done, licenceExchange, openTasksOf, submit, writeDraft, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let citizen: Visitor
let counter: Visitor
let drafts: string[]
beforeAll(async () => {
  province = await startTestPlatform()
  citizen = await province.as('congdan')
  drafts = await copyDraft(province, await writeDraft(province, citizen, licenceExchange), 5)
  const { id } = await submit(citizen, drafts.pop() as string)
  const [task] = await openTasksOf(province, id)
  counter = await province.asHolderOf(task?.assignee ?? 0)
}, 240_000)
afterAll(() => province.stop())

/** How often its transaction sent a packet of statements and waited for the answer. */
async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  await province.settle()
  // Known for a second: however long that took, it is not asked for again.
  await currentCalendar(province.platform.connection.db)
  const sent = vi.spyOn(Client.prototype, 'query')
  await work()
  const packets = sent.mock.calls.flatMap(([what]) =>
    (what as unknown) instanceof Batch ? [what as unknown as Batch] : [],
  )
  sent.mockRestore()
  const first = packets.findIndex((one) => one.sent[0]?.text === 'begin')
  const last = packets.findIndex((one) => one.sent.at(-1)?.text === 'commit')
  return last - first + 1
}

const receive = async ({ id }: Filed): Promise<unknown> =>
  done(
    await counter.call(
      'POST',
      `/services/dossiers/${id}/actions`,
      { act: { action: 'complete', step: 'receive' } },
      { 'Idempotency-Key': randomUUID() },
    ),
  )

test('an application is sent, and received, in few trips to the database, however many statements they take', async () => {
  const filing: number[] = []
  const receiving: number[] = []
  // What is remembered of the organisation, the calendar and the procedure is asked for by the first ones, and now and then again.
  for (const draft of drafts) {
    let filed: Filed | undefined
    filing.push(await tripsOf(async () => void (filed = await submit(citizen, draft))))
    receiving.push(await tripsOf(() => receive(filed as Filed)))
  }
  expect(Math.min(...filing)).toBeLessThanOrEqual(4)
  expect(Math.min(...receiving)).toBeLessThanOrEqual(6)
})

test('a dossier is opened in few trips, although it is shown with all that belongs to it', async () => {
  const { id } = await submit(
    citizen,
    (await copyDraft(province, await writeDraft(province, citizen, licenceExchange), 1))[0] as string,
  )
  const opening: number[] = []
  for (let time = 0; time < 4; time += 1)
    opening.push(await tripsOf(async () => void done(await counter.call('GET', `/services/dossiers/${id}`))))
  expect(Math.min(...opening)).toBeLessThanOrEqual(6)
})
