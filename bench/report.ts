import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './measure.ts'

/** What a run found, as it is kept between runs. */
export interface Results {
  /** Who measured: processor, cores, Node. */
  readonly machine: string
  readonly families: Readonly<Record<string, Measured>>
}

export interface Measured {
  readonly at: string
  readonly commit: string
  /** Of the minute before it began: figures of a busy machine are not to be trusted. */
  readonly load: number
  readonly rows: readonly Row[]
}

const docs = join(import.meta.dirname, '..', 'docs')
const overload = join(import.meta.dirname, 'overload.svg')

/** Writes `docs/benchmarks.md`, which anybody can read and measure again; the picture of the overload beside it. */
export function writeReport({ machine, families }: Results): void {
  const hasPicture = families['overload'] !== undefined && existsSync(overload)
  if (hasPicture) {
    mkdirSync(join(docs, 'pictures'), { recursive: true })
    copyFileSync(overload, join(docs, 'pictures', 'overload.svg'))
  }
  const parts = Object.entries(families).map(([name, measured]) => partOf(name, measured))
  const picture = hasPicture
    ? [
        '## Under ten times of what it can do',
        '',
        '![Goodput, sheds and waiting under rising load](pictures/overload.svg)',
        '',
      ]
    : []
  writeFileSync(join(docs, 'benchmarks.md'), [...head(machine), ...parts, ...picture].join('\n'))
}

const head = (machine: string): string[] => [
  '# Benchmarks',
  '',
  '<!-- Written by `npm run bench -- --report`; not to be edited. -->',
  '',
  `Measured on: ${machine}. Server, PostgreSQL, background work and the client that asks share these processors. Every commit is durable (fsync on).`,
  '',
  'To measure again: `npm ci`, then `npm run bench -- --report`; one part alone by its name, as `npm run bench -- inbox --report`. The province of a',
  'million dossiers is grown once, which takes minutes and 15 GB, and kept in `bench/data`; `--dossiers=100000` takes a smaller one, and what it finds stands beside.',
  '',
  'Where there is a baseline, it was measured in the same run on the same machine, in turns with ours, unless its note says who published it.',
  '✓ reached, ✗ missed, ? could not be measured there. Medians of several rounds where no percentile is named.',
  '',
]

function partOf(name: string, { at, commit, load, rows }: Measured): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [
    `## ${name}`,
    '',
    `${at.slice(0, 10)}, commit ${commit}, load of the minute before: ${load}.`,
    '',
    line(['', 'what', 'ours', 'baseline', 'ratio', 'target', 'note']),
    line(Array.from({ length: 7 }, () => '---')),
    ...rows.map((row) =>
      line([
        row.held === null ? '?' : row.held ? '✓' : '✗',
        row.name,
        valueOf(row.ours, row.unit),
        valueOf(row.baseline, row.unit),
        row.ratio === null ? '' : String(row.ratio),
        row.target,
        row.note ?? '',
      ]),
    ),
    '',
  ].join('\n')
}

const valueOf = (value: number | null, unit: string): string => (value === null ? '' : `${value} ${unit}`)
