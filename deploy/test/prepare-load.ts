import { createFileStore } from '#engines/files/index.ts'
import { startSession } from '#engines/identity/index.ts'
import { readConfig } from '#kernel/config.ts'
import { connect } from '#kernel/database/connect.ts'
import { makeReadyDrafts, someCitizens } from '#commands/testing/ready-drafts.ts'

/**
 * Run on a machine of the test, as its platform and the owner of its database: drafts that are ready to be sent, with a file that is there, and
 * who may send them, as JSON.
 */
const connection = connect(process.env['DATABASE_URL'] as string, { size: 2 })
const { pool } = connection
const citizens = await someCitizens(pool, 6)
const clients = []
for (const id of citizens)
  clients.push({
    token: (await startSession(connection.db, { id, kind: 'citizen' }, new Date(), {})).token,
    drafts: [] as string[],
  })
const { sha256 } = await createFileStore(readConfig(process.env)).put(Buffer.from('%PDF-1.7\n%%EOF\n'))
// In portions: one statement for all would run beyond its time on a busy machine.
for (let made = 0; made < Number(process.argv[2]); made += 500)
  for (const [order, some] of (await makeReadyDrafts(pool, 500, citizens, [], sha256)).entries())
    clients[order]?.drafts.push(...some)
await connection.close()
process.stdout.write(`${JSON.stringify(clients)}\n`)
