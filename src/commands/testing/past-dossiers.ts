import { randomUUID } from 'node:crypto'
import type { WorkingTime } from '#engines/calendar/index.ts'
import type { TestPlatform } from './test-platform.ts'

/** What each step of a finished dossier took, in office minutes. */
export type Took = Readonly<Record<string, number>>

/**
 * Finished dossiers like one whose steps have all been done: copied with its work, one step after the other, received at these times. `limit` are the
 * office minutes until the deadline.
 */
export async function copyFinished(
  test: TestPlatform,
  workingTime: WorkingTime,
  dossier: string,
  pasts: readonly { readonly received: Date; readonly took: Took; readonly limit: number }[],
): Promise<string[]> {
  const ids: string[] = []
  for (const { received, took, limit } of pasts) {
    const id = randomUUID()
    ids.push(id)
    let at = received
    const steps = Object.entries(took).map(([step, minutes]) => {
      const from = at
      at = workingTime.addWorkingMinutes(at, minutes)
      return { id: randomUUID(), step, from, to: at }
    })
    await copyRow(test, 'services.dossier', `id = '${dossier}'`, {
      id,
      code: `qua-khu ${id}`,
      is_open: false,
      status: 'ended',
      outcome: 'granted',
      filed_at: received,
      received_at: received,
      finished_at: at,
      delivered_at: at,
      deadline: workingTime.addWorkingMinutes(received, limit),
    })
    await test.query(
      `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open)
        select d.id, a.principal, a.reason, d.deadline, d.filed_at, false from services.dossier d, services.dossier_access a
        where d.id = $1 and a.dossier_id = $2`,
      [id, dossier],
    )
    for (const { id: task, step, from, to } of steps)
      await copyRow(test, 'workflow.task', `subject_id = '${dossier}' and step = '${step}' and consult is null`, {
        id: task,
        subject_id: id,
        opened_at: from,
        closed_at: to,
        is_open: false,
        result: 'done',
      })
  }
  return ids
}

async function copyRow(test: TestPlatform, table: string, where: string, changed: Readonly<Record<string, unknown>>) {
  const columns = await test.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const names = columns.map(({ name }) => name)
  const kept = names.map((name) => (name in changed ? `$${Object.keys(changed).indexOf(name) + 1}` : name))
  await test.query(
    `insert into ${table} (${names.join(', ')}) select ${kept.join(', ')} from ${table} where ${where} limit 1`,
    Object.values(changed),
  )
}
