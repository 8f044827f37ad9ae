import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isPlainDate } from '#values/plain-date.ts'
import { WrongCall } from '#values/wrong-call.ts'
import type { Database } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import {
  getBoundaryImport,
  keepBoundaries,
  outcomesOfBoundaries,
  type BoundaryOrigin,
} from '#engines/directory/boundary/boundary-import.ts'
import { carryOutBoundaries, takeBackBoundaries } from '#engines/directory/boundary/carry-out.ts'
import type { BoundaryOutcome } from '#engines/directory/boundary/compare-boundaries.ts'
import { countStates } from '#engines/directory/import/compare.ts'
import { asPlatform } from './as-platform.ts'

export interface BroughtBoundaries {
  readonly id: string
  readonly status: string
  readonly counts: Readonly<Record<string, number>>
  readonly aside: readonly Pick<BoundaryOutcome, 'number' | 'code' | 'name' | 'why'>[]
}

/** Reads how it was called: a file to preview, or to carry out at once, or an import to take back. */
export function readBoundariesCall(args: readonly string[]): (db: Database) => Promise<BroughtBoundaries> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      on: { type: 'string' },
      source: { type: 'string' },
      licence: { type: 'string' },
      execute: { type: 'boolean' },
      undo: { type: 'string' },
    },
  })
  const [file, ...more] = positionals
  const { on, source, licence, execute = false, undo } = values
  if (more.length > 0 || (file === undefined) === (undo === undefined) || (undo !== undefined && execute))
    throw new WrongCall('which file of boundaries, or which import to take back? See --help')
  if (file !== undefined && (on === undefined || !isPlainDate(on) || source === undefined))
    throw new WrongCall('a file of boundaries needs --on YYYY-MM-DD and --source beside it')
  return (db) =>
    asPlatform(db, 'boundaries', 'import.boundaries', async (ctx) => {
      if (undo !== undefined) await takeBackBoundaries(ctx, undo)
      const id = undo ?? (await keep(ctx, file as string, { source, licence, from: on } as Origin))
      if (execute) await carryOutBoundaries(ctx, id, (await look(ctx, id)).seen)
      const { outcomes, status } = await look(ctx, id)
      const aside = outcomes
        .filter(({ state }) => state === 'aside')
        .map(({ number, code, name, why }) => ({ number, code, name, why }))
      return { id, status, counts: countStates(outcomes), aside }
    })
}

type Origin = Omit<BoundaryOrigin, 'fileName'>

const keep = async (ctx: Context, file: string, origin: Origin): Promise<string> =>
  keepBoundaries(ctx, { ...origin, fileName: basename(file) }, await readFile(file))

async function look(ctx: Context, id: string) {
  const whole = await getBoundaryImport(ctx, id)
  return { status: whole.status, ...(await outcomesOfBoundaries(ctx, whole)) }
}
