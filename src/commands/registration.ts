import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dateAt } from '#values/plain-date.ts'
import { WrongCall } from '#values/wrong-call.ts'
import type { Database } from '#kernel/database/connect.ts'
import { findUnitByCode } from '#engines/directory/index.ts'
import { callAsOperator, type Operation } from './call-as-operator.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

type Facts = Readonly<Record<string, unknown>>

/** One word of a command: what is typed after it, and the operation that it means. */
export interface TypedCall {
  readonly takes: readonly string[]
  readonly says?: string
  readonly operation: Operation
  readonly input: (typed: readonly string[], db: Database) => Facts | Promise<Facts>
  /** What was answered, as lines; by itself its values. */
  readonly lines?: (answer: never) => readonly string[]
}

interface Registration {
  readonly list: Operation
  readonly add: Operation
  readonly change: Operation
  readonly setStatus: Operation
  readonly lines: (listed: never) => readonly string[]
}

/** What whatever is registered for an owner is listed, kept and shut by: the operations that the screens call. */
export const registrationCalls = ({ list, add, change, setStatus, lines }: Registration) =>
  ({
    list: { takes: [], operation: list, input: () => ({}), lines },
    add: {
      takes: ['FILE.json'],
      says: 'as the operation takes it, with the code of its unit as "owner"; says the id',
      operation: add,
      input: async ([file = ''], db) => ownedBy(db, await readFacts(file)),
    },
    change: {
      takes: ['ID', 'FILE.json'],
      says: 'all of it anew',
      operation: change,
      input: async ([id, file = '']) => ({ ...(await readFacts(file)), id }),
    },
    shut: {
      takes: ['ID'],
      says: 'at once, in every process',
      operation: setStatus,
      input: ([id]) => ({ id, status: 'disabled' }),
    },
    open: { takes: ['ID'], operation: setStatus, input: ([id]) => ({ id, status: 'active' }) },
  }) satisfies Record<string, TypedCall>

export const registrationCommand = (
  name: string,
  summary: string,
  calls: Readonly<Record<string, TypedCall>>,
): Command => ({
  name,
  summary,
  usage: Object.entries(calls).map(([word, { takes, says }]) =>
    [[name, word, ...takes, '[--json]'].join(' '), says].filter(Boolean).join('   '),
  ),
  async run(args, out) {
    const [word = '', ...typed] = parseArgs({ args: [...args], allowPositionals: true }).positionals
    const call = Object.hasOwn(calls, word) ? calls[word] : undefined
    if (call === undefined || call.takes.length !== typed.length)
      throw new WrongCall(`unknown: ${[name, ...args].join(' ')}; see --help`)
    const { operation, input, lines = (answer: object) => Object.values(answer).map(String) } = call
    const answer = await withDatabase(name, async (db) => callAsOperator(db, operation, await input(typed, db)))
    out.say(answer, lines(answer as never))
    return 0
  },
})

/** Keys may stand in it as they are, and not as the text that the operation takes. */
async function readFacts(file: string): Promise<Facts> {
  const { publicKeys, ...facts } = JSON.parse(await readFile(file, 'utf8')) as Facts
  if (publicKeys === undefined) return facts
  return { ...facts, publicKeys: typeof publicKeys === 'string' ? publicKeys : JSON.stringify(publicKeys) }
}

async function ownedBy(db: Database, { owner, ...facts }: Facts): Promise<Facts> {
  const unit = await findUnitByCode(db, String(owner), dateAt(new Date()))
  if (unit === undefined) throw new Error(`no unit has the code ${String(owner)}`)
  return { ...facts, ownerId: unit.id }
}
