import { connect, workingRole } from '../../database/connect.ts'
import type { Log } from '../../log.ts'
import { defineEngine } from '../../operations/engine.ts'
import { startJobs } from '../start-jobs.ts'

/** Makes the table in which workers say what they began; the queues and the kernel's tables are there. */
export const begunTable = `create table begun (worker text not null, what text not null, at timestamptz not null default clock_timestamp());
  grant select, insert on begun to ${workingRole}`

/** A worker that says in `begun` what it begins, by itself and at once, and then does `work`. */
export async function startWorker(url: string, name: string, log: Log, work: (what: string) => Promise<void>) {
  const { db, pool, close } = connect(url, { size: 6, role: workingRole, name })
  const engine = defineEngine({
    name: 'testing',
    contract: {},
    handlers: {},
    listeners: [
      {
        event: 'testing.asked',
        name: 'answer',
        async run(_ctx, { what }: { what: string }) {
          await pool.query('insert into begun (worker, what) values ($1, $2)', [name, what])
          await work(what)
        },
      },
    ],
  })
  const jobs = await startJobs({ db, pool, log, now: () => new Date(), record: async () => {} }, [engine])
  return {
    async stop() {
      await jobs.stop()
      await close()
    },
  }
}
