import { createLog } from '#kernel/log.ts'
import { startPlatform, type Platform } from '#commands/start-platform.ts'
import { dateAt } from '#values/plain-date.ts'
import { callerOf } from './caller.ts'
import { growDossiers } from './data.ts'
import { configOf, demoInstallation } from './installation.ts'
import { atMost, percentile, type Row } from './measure.ts'

/** Exchange of a driving licence. */
const code = '1.002809'
const pastDossiers = 10_000
const openDossiers = 10_000
const readers = 4
const times = 5

/**
 * A version of a procedure written, approved and published five times over HTTP while four others ask for that procedure without pause;
 * a version tried on 10,000 dossiers finished within the year, and what it would do to 10,000 that are open.
 */
export async function measureProcedures(): Promise<Row[]> {
  const installation = await demoInstallation()
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, createLog('error'), {
    pages: false,
  })
  try {
    const [editor, approver] = await editorAndApprover(platform, installation)
    const asking = askWithoutPause(platform)
    const took: number[] = []
    for (let time = 0; time < times; time++) {
      const id = await writeVersion(editor, time)
      const { revision } = await editor('POST', `/services/procedure-drafts/${id}/submission`, {
        revision: 2,
        effectiveOn: dateAt(new Date()),
      })
      const started = performance.now()
      await approver('POST', `/services/procedure-drafts/${id}/approval`, { revision, document: '12/QĐ-UBND' })
      took.push(performance.now() - started)
    }
    const { asked, failed } = await asking.stop()
    const grown = await growDossiers(installation.databaseUrl, pastDossiers, { finishedOf: code })
    const id = await writeVersion(editor, times)
    const started = performance.now()
    const { dossiers } = await editor('GET', `/services/procedure-drafts/${id}/simulation`)
    const simulated = performance.now() - started
    const open = await growDossiers(installation.databaseUrl, openDossiers, { openOf: code })
    const moving = await previewMoving(editor, id)
    await editor('DELETE', `/services/procedure-drafts/${id}`)
    return [
      atMost('a version of a procedure published, longest', percentile(took, 1), 1000, 'ms', {
        note: `${asked} requests meanwhile`,
      }),
      atMost('requests that failed while it was published', failed, 0, ''),
      atMost('a process tried on 10,000 past dossiers', simulated / 1000, 10, 's', {
        note: `${dossiers} dossiers of ${grown} finished within the year`,
      }),
      atMost('what becomes of 10,000 open dossiers, looked at one by one', moving.took, 2000, 'ms', {
        note: `${moving.seen} of ${open}, moving or staying`,
      }),
    ]
  } finally {
    await platform.close()
  }
}

type Caller = Awaited<ReturnType<typeof callerOf>>

/** Two who control procedures, for nobody approves their own. */
async function editorAndApprover(
  platform: Platform,
  installation: Parameters<typeof callerOf>[1],
): Promise<[Caller, Caller]> {
  await platform.connection.pool.query(
    `insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select gen_random_uuid(), p.id, acc.person_id, 'regular', '2020-01-01' from directory.post p, identity.account acc
      where p.function = 'procedure-controller' and acc.login = 'thutuc.congthuong'`,
  )
  return [
    await callerOf(platform, installation, 'thutuc.congthuong'),
    await callerOf(platform, installation, 'thutuc.tinh'),
  ]
}

/** A draft that says something new; answers its id, at revision 2. */
async function writeVersion(editor: Caller, time: number): Promise<string> {
  const { id } = await editor('POST', `/services/procedures/${code}/drafts`, {})
  const value = { vi: `Đổi giấy phép lái xe, lần ${time}`, en: `Exchange, ${time}` }
  await editor('PUT', `/services/procedure-drafts/${id}`, {
    revision: 1,
    edits: [{ do: 'set', path: 'everydayName', value }],
  })
  return id
}

/** The draft is let take open dossiers, by the steps that are proposed; how long it takes to say what becomes of each. */
async function previewMoving(editor: Caller, id: string): Promise<{ readonly took: number; readonly seen: number }> {
  const path = `/services/procedure-drafts/${id}/open-dossiers`
  const { versions } = await editor('GET', path)
  const steps = Object.fromEntries(
    versions.map((one: { id: string; steps: { step: string; to?: string | null }[] }) => [
      one.id,
      Object.fromEntries(one.steps.map(({ step, to }) => [step, to ?? null])),
    ]),
  )
  const { revision } = await editor('GET', `/services/procedure-drafts/${id}`)
  await editor('PUT', path, { revision, steps })
  const started = performance.now()
  const { preview } = await editor('GET', path)
  const took = performance.now() - started
  const stays = preview.stays.reduce((sum: number, { dossiers }: { dossiers: number }) => sum + dossiers, 0)
  return { took, seen: preview.moved + stays }
}

function askWithoutPause(platform: Platform) {
  let asked = 0
  let failed = 0
  const over = new AbortController()
  const ask = async () => {
    while (!over.signal.aborted) {
      const answer = await platform.app.request(`http://localhost/api/services/procedures/${code}`)
      await answer.arrayBuffer()
      asked += 1
      if (answer.status !== 200) failed += 1
    }
  }
  const running = Array.from({ length: readers }, ask)
  return {
    async stop() {
      over.abort()
      await Promise.all(running)
      return { asked, failed }
    },
  }
}
