import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createLog } from '#kernel/log.ts'
import { connect, workingRole, type Database } from '#kernel/database/connect.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import type { AuditRecord } from '#kernel/operations/run-operation.ts'
import { exportTrail } from '#engines/audit/export-trail.ts'
import { linesOfHeads } from '#engines/audit/heads/heads-file.ts'
import { openHeads, recordAudit, startSealing } from '#engines/audit/index.ts'
import { verifyTrail } from '#engines/audit/verify-trail.ts'
import { install } from '#commands/install.ts'
import { makeDataDirectory } from './installation.ts'
import { atLeast, median, timed, type Row } from './measure.ts'

const entries = 200_000
const inTransaction = 500
const times = 3

/** Checking the whole trail: by `audit verify` out of the database, and by the separate verifier out of an export. */
export async function measureAuditVerify(): Promise<Row[]> {
  const dataDirectory = makeDataDirectory()
  const server = await startEmbeddedPostgres({ directory: join(dataDirectory, 'postgres') })
  await install(server.url)
  const connection = connect(server.url, { size: 6, role: workingRole, name: 'bench' })
  const { db } = connection
  try {
    const heads = await openHeads({ dataDirectory, auditKeyFile: undefined, auditHeadsFile: undefined })
    const sealing = startSealing({ db, log: createLog('silent'), heads })
    await fill(db)
    await sealing.stop()
    const inside: number[] = []
    for (let time = 0; time < times; time += 1) {
      inside.push(
        await timed(async () => {
          const report = await verifyTrail(db)
          if (!report.ok || report.entries < entries) throw new Error('the trail is not whole')
        }),
      )
    }
    const [trail, kept] = [join(dataDirectory, 'trail.jsonl'), join(dataDirectory, 'kept.jsonl')]
    await writeLines(trail, exportTrail(db))
    await writeLines(kept, linesOfHeads(db))
    const key = heads.key.id.toString('hex')
    const outside: number[] = []
    for (let time = 0; time < times; time += 1) outside.push(await timed(() => runVerifier(trail, kept, key)))
    const note = `${entries} entries, median of ${times}`
    return [
      atLeast('audit verify', (entries * 1000) / median(inside), 50_000, '/s', { note }),
      atLeast('separate verifier, its start included', (entries * 1000) / median(outside), 50_000, '/s', { note }),
    ]
  } finally {
    await connection.close()
  }
}

async function fill(db: Database): Promise<void> {
  for (let written = 0; written < entries; written += inTransaction) {
    await db.transaction(async (tx) => {
      for (let one = 0; one < inTransaction; one += 1) await recordAudit(tx, readOfDossier())
    })
  }
}

/** What is written most: an official reads a dossier. */
const readOfDossier = (): AuditRecord => ({
  call: {
    actor: {
      kind: 'staff',
      account: '01931f6e-2f00-7000-8000-00000000acc0',
      person: '01931f6e-2f00-7000-8000-00000000c1e4',
      name: 'Nguyễn Thị Lan',
      permissions: new Map(),
      workKeys: [7],
      ownKeys: [7],
      onBehalf: new Map(),
      post: {
        id: '01931f6e-2f00-7000-8000-0000000000a7',
        key: 7,
        title: 'Chuyên viên',
        unit: 'Phòng Tư pháp',
        unitId: '01931f6e-2f00-7000-8000-000000000017',
      },
    },
    language: 'vi',
    requestId: randomUUID(),
    address: '10.1.2.3',
  },
  operation: 'services.getDossier',
  kind: 'read',
  outcome: 'done',
  at: new Date(),
  notes: [
    {
      objectType: 'dossier',
      objectId: randomUUID(),
      subjects: ['01931f6e-2f00-7000-8000-00000000c171'],
      facts: { code: '000.01.02.H02-260101-0001', step: 'thẩm định' },
    },
  ],
})

const writeLines = (file: string, lines: AsyncIterable<string>) =>
  pipeline(
    Readable.from(
      (async function* () {
        for await (const line of lines) yield `${line}\n`
      })(),
    ),
    createWriteStream(file),
  )

async function runVerifier(trail: string, kept: string, key: string): Promise<void> {
  const program = join(import.meta.dirname, '..', 'verifier', 'main.ts')
  const child = spawn(process.execPath, [program, 'trail', trail, '--heads', kept, '--key', key], { stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`the verifier ended with ${code}`)
}
