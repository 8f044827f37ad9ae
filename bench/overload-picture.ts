import type { OverloadResult, Phase } from './overload.ts'

const width = 760
const panelHeight = 200
const left = 70
const right = 190
const gap = 60

interface Series {
  readonly name: string
  readonly colour: string
  readonly of: (phase: Phase) => number | null
}

interface Panel {
  readonly title: string
  /** The target, as a line across. */
  readonly line?: number
  readonly series: readonly Series[]
}

const panels: readonly Panel[] = [
  {
    title: 'answered and turned away, a second',
    series: [
      { name: 'goodput', colour: '#1a7f37', of: ({ goodput }) => goodput },
      { name: 'copies of public pages', colour: '#7fb3d5', of: ({ copies }) => copies },
      { name: 'turned away', colour: '#b35900', of: ({ shed }) => shed },
    ],
  },
  {
    title: 'p99 of what was accepted, ms (target 2000)',
    line: 2000,
    series: [{ name: 'accepted', colour: '#1a7f37', of: ({ acceptedP99 }) => acceptedP99 }],
  },
  {
    title: 'until turned away, ms (target 50)',
    line: 50,
    series: [
      { name: 'p99', colour: '#b35900', of: ({ shedP99 }) => shedP99 },
      { name: 'median', colour: '#d9a066', of: ({ shedP50 }) => shedP50 },
    ],
  },
  {
    title: 'memory of the process, MB (target 500)',
    line: 500,
    series: [{ name: 'memory', colour: '#4b4b9f', of: ({ memory }) => memory }],
  },
]

/** The load run as a picture: one panel above the other, the load from 1 to 10 times the capacity across. */
export function drawOverload({ at, capacity, phases, recoverySeconds }: OverloadResult): string {
  const height = 60 + panels.length * (panelHeight + gap)
  const said = `Overload: capacity ${Math.round(capacity)}/s; normal again after ${recoverySeconds ?? '?'} s; ${at.slice(0, 16)}Z`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(left, 24, said, 'font-weight="bold"'),
    ...panels.map((panel, order) => drawPanel(panel, phases, 60 + order * (panelHeight + gap))),
    '</svg>\n',
  ].join('\n')
}

function drawPanel({ title, line, series }: Panel, phases: readonly Phase[], top: number): string {
  const most = Math.max(line ?? 0, 1, ...series.flatMap(({ of }) => phases.map((phase) => of(phase) ?? 0))) * 1.1
  const farthest = Math.max(...phases.map(({ factor }) => factor))
  const x = (factor: number) => left + (factor / farthest) * (width - left - right)
  const y = (value: number) => top + panelHeight - (value / most) * panelHeight
  const bottom = top + panelHeight
  return [
    text(left, top - 8, title),
    `<path d="M${left} ${top}V${bottom}H${width - right}" fill="none" stroke="#666"/>`,
    ...[0, 0.5, 1].map((part) =>
      text(left - 6, y((most / 1.1) * part) + 4, String(Math.round((most / 1.1) * part)), 'text-anchor="end"'),
    ),
    ...phases.map(({ factor }) => text(x(factor), bottom + 16, `${factor}×`, 'text-anchor="middle"')),
    line === undefined
      ? ''
      : `<path d="M${left} ${y(line).toFixed(1)}H${width - right}" stroke="#c00" stroke-dasharray="4 4"/>`,
    ...series.map(({ name, colour, of }, order) => {
      const points = phases.flatMap((phase) => {
        const value = of(phase)
        return value === null ? [] : [`${x(phase.factor).toFixed(1)},${y(value).toFixed(1)}`]
      })
      return [
        `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        text(width - right + 14, top + 14 + order * 18, name, `fill="${colour}"`),
      ].join('')
    }),
  ].join('\n')
}

const text = (x: number, y: number, said: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${said}</text>`
