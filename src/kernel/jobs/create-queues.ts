import { PgBoss, type Queue } from 'pg-boss'
import pg from 'pg'
import { workingRole } from '../database/connect.ts'
import { heartbeatSeconds, retryDelaySeconds } from './heartbeat.ts'

/** Two queues are enough: what listeners do after events, and what runs by the clock. Failed work lands in `failed`. */
export const queues = { events: 'events', schedule: 'schedule', failed: 'failed' } as const

/** Makes the job tables and queues as the owner of the database; the working role only uses them. */
export async function createQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  try {
    await boss.createQueue(queues.failed, { retentionSeconds: 90 * 86_400 })
    const careful = {
      retryLimit: 12,
      retryBackoff: true,
      retryDelay: retryDelaySeconds,
      retryDelayMax: 900,
      deadLetter: queues.failed,
      heartbeatSeconds,
    }
    await putQueue(boss, queues.events, { ...careful, expireInSeconds: 120, deleteAfterSeconds: 3600 })
    await putQueue(boss, queues.schedule, { ...careful, expireInSeconds: 900, deleteAfterSeconds: 86_400 })
  } finally {
    await boss.stop({ graceful: false })
  }
  await grant(url)
}

/** Making a queue that is there changes nothing of it: an installation of an earlier version gets what is said now. */
async function putQueue(boss: PgBoss, name: string, options: Omit<Queue, 'name' | 'policy' | 'partition'>) {
  await boss.createQueue(name, options)
  await boss.updateQueue(name, options)
}

async function grant(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`
      grant usage on schema pgboss to ${workingRole};
      grant select, insert, update, delete on all tables in schema pgboss to ${workingRole};
      grant usage on all sequences in schema pgboss to ${workingRole};
      grant execute on all functions in schema pgboss to ${workingRole}`)
  } finally {
    await client.end()
  }
}
