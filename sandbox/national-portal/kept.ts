import { appendFileSync, existsSync, readFileSync } from 'node:fs'

type Fields = Readonly<Record<string, unknown>>

/** One dossier as the national portal holds it. */
export interface Held {
  record: Fields
  readonly progress: Fields[]
  readonly statuses: Fields[]
}

export interface Filed extends Fields {
  readonly MaHoSo: string
}

/** One thing that was acknowledged. */
export type Line =
  | { readonly what: 'record' | 'progress' | 'status'; readonly code: string; readonly said: Fields }
  | { readonly what: 'filed'; readonly said: Filed }
  | { readonly what: 'answer'; readonly code: string; readonly said: Fields }

/**
 * What it holds, in memory and, where a file is given, line by line in that file before it is acknowledged: killed at any moment it
 * comes back with everything it said it has.
 */
export function createKept(file: string | undefined) {
  const dossiers = new Map<string, Held>()
  const filed = new Map<string, Filed>()
  /** Questions with their answers, by number. */
  const answers = new Map<string, Fields>()
  const take = (line: Line): void => {
    if (line.what === 'answer') return void answers.set(line.code, line.said)
    if (line.what === 'filed') return void filed.set(line.said.MaHoSo, line.said)
    const held = dossiers.get(line.code) ?? { record: {}, progress: [], statuses: [] }
    dossiers.set(line.code, held)
    if (line.what === 'record') held.record = { ...held.record, ...line.said }
    // A dossier stands one way, whichever message said it last.
    if (line.what === 'status' && 'MaHoSo' in held.record)
      held.record = { ...held.record, TrangThaiHoSo: line.said['TrangThai'] }
    // The same message twice is one.
    const list = line.what === 'progress' ? held.progress : held.statuses
    if (line.what !== 'record' && !list.some((one) => JSON.stringify(one) === JSON.stringify(line.said)))
      list.push(line.said)
  }
  if (file !== undefined && existsSync(file)) {
    const lines = readFileSync(file, 'utf8').split('\n')
    // The last is empty, or was being written when the process died and was never acknowledged.
    for (const text of lines.slice(0, -1)) take(JSON.parse(text) as Line)
  }
  return {
    dossiers: dossiers as ReadonlyMap<string, Held>,
    filed: filed as ReadonlyMap<string, Filed>,
    answers: answers as ReadonlyMap<string, Fields>,
    keep(lines: readonly Line[]): void {
      if (file !== undefined && lines.length > 0)
        appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      lines.forEach(take)
    },
  }
}

export type Kept = ReturnType<typeof createKept>
