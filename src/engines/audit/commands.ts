import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { isId } from '#values/id.ts'
import type { Database, Queries } from '#kernel/database/connect.ts'
import { system } from '#kernel/operations/actor.ts'
import { EntryProof } from './contract.ts'
import { exportTrail, verifyExport } from './export-trail.ts'
import { linesOfHeads } from './heads/heads-file.ts'
import { rotateSigningKey } from './heads/signing-key.ts'
import { listKey } from './heads/stored-heads.ts'
import { proveEntry, proveGrowth, verifyProof } from './prove-entry.ts'
import { readJson } from './read-json.ts'
import { recordAudit } from './record.ts'
import type { Head } from './seal.ts'
import { describe } from './trail-report.ts'
import { rememberVerification } from './verification.ts'
import { verifyTrail } from './verify-trail.ts'

export interface CommandParts {
  /** Opens the database when it is first asked for: what a file proves is checked without one. */
  readonly openDatabase: () => Promise<Database>
  readonly now: () => Date
  /** The private key that heads are signed with. */
  readonly keyFile: string
  /** One line of output; awaited, so that a slow reader slows the command. */
  readonly write: (line: string) => void | Promise<void>
}

export interface AuditCommand {
  readonly usage: string
  /** Answers the exit code: 0 fine, 1 the trail or proof does not hold; throws on wrong arguments. */
  run(parts: CommandParts, args: readonly string[]): Promise<number>
}

const verify: AuditCommand = {
  usage: 'audit verify [--head SIZE:ROOT]… [--after SEAL] [--file EXPORT | --proof FILE] [--json]',
  async run({ openDatabase, now, write }, args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        head: { type: 'string', multiple: true, default: [] },
        after: { type: 'string' },
        file: { type: 'string' },
        proof: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (values.proof !== undefined) {
      const proof = readJson(EntryProof, await readFile(values.proof, 'utf8'))
      if (proof === undefined) throw new Error(`${values.proof} is no proof as \`audit prove\` writes it`)
      const checked = verifyProof(proof)
      await write(
        values.json
          ? JSON.stringify(checked)
          : checked.ok
            ? 'the proof holds'
            : `the proof does not hold: ${checked.reason}`,
      )
      return checked.ok ? 0 : 1
    }
    const heads = values.head.map(readHead)
    const report =
      values.file === undefined
        ? await verifyHere(await openDatabase(), heads, readNumber(values.after), now())
        : await verifyExport(createInterface({ input: createReadStream(values.file) }), heads)
    for (const line of values.json ? [JSON.stringify(report)] : describe(report)) await write(line)
    return report.ok ? 0 : 1
  },
}

/** A check of the whole trail is remembered, for whoever looks after it. */
async function verifyHere(db: Database, heads: readonly Head[], after: number | undefined, at: Date) {
  const report = await verifyTrail(db, { heads, after })
  if (after === undefined) await rememberVerification(db, report, 0, at)
  return report
}

const prove: AuditCommand = {
  usage: 'audit prove ENTRY [--seal NUMBER] | audit prove --since SIZE',
  async run({ openDatabase, write }, args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      // A proof is JSON either way.
      options: { seal: { type: 'string' }, since: { type: 'string' }, json: { type: 'boolean' } },
    })
    const since = readNumber(values.since)
    const [entry] = positionals
    if ((since === undefined) === (entry === undefined)) throw new WrongCall(this.usage)
    if (entry !== undefined && !isId(entry)) throw new WrongCall(`not the id of an entry: ${entry}`)
    const db = await openDatabase()
    await write(
      JSON.stringify(
        entry === undefined
          ? await proveGrowth(db, since as number)
          : await proveEntry(db, entry, readNumber(values.seal)),
      ),
    )
    return 0
  },
}

const exportLines: AuditCommand = {
  usage: 'audit export [--after SEAL] | audit export --heads',
  async run({ openDatabase, now, write }, args) {
    const { values } = parseArgs({
      args: [...args],
      options: { after: { type: 'string' }, heads: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const after = readNumber(values.after)
    const db = await openDatabase()
    if (!values.heads) await recordOf(db, now(), 'export', 'read', `after-seal-${after ?? 0}`)
    for await (const line of values.heads ? linesOfHeads(db) : exportTrail(db, after)) await write(line)
    return 0
  },
}

const rotateKey: AuditCommand = {
  usage: 'audit rotate-key',
  async run({ openDatabase, now, write, keyFile }, args) {
    parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
    const db = await openDatabase()
    const rotation = await rotateSigningKey(keyFile)
    const [old, fresh] = [rotation.old.id.toString('hex'), rotation.fresh.id.toString('hex')]
    await db.transaction(async (tx) => {
      await listKey(tx, rotation.old)
      await listKey(tx, rotation.fresh, { id: rotation.old.id, endorsement: rotation.endorsement })
      await recordOf(tx, now(), 'rotateKey', 'write', fresh)
    })
    await rotation.replace()
    await write(`key ${fresh} follows ${old}; processes that run sign with the old one until they start anew`)
    return 0
  },
}

/** What operators call: `lien-thong audit <name> …`. */
export const auditCommands = { verify, prove, export: exportLines, 'rotate-key': rotateKey } as const satisfies Record<
  string,
  AuditCommand
>

/** What leaves the platform with personal data, or changes how it is guarded, is in the trail before it is done. */
const recordOf = (on: Queries, at: Date, name: string, kind: 'read' | 'write', objectId: string) =>
  recordAudit(on, {
    call: { actor: system, language: 'vi', requestId: `command:${process.pid}` },
    operation: `audit.${name}`,
    kind,
    outcome: 'done',
    at,
    notes: [{ objectType: 'audit.trail', objectId, facts: { operator: userInfo().username } }],
  })

function readHead(text: string): Head {
  const [, size, root] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (size === undefined || root === undefined) throw new WrongCall(`not a head such as 1200:<64 hex digits>: ${text}`)
  return { size: Number(size), root: Buffer.from(root, 'hex') }
}

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text)
  throw new WrongCall(`not a number: ${text}`)
}
