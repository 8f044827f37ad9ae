import type { BarTone } from './Charts.tsx'

interface PairedBarsProps {
  /** Says the whole in words, for whoever does not see it. */
  readonly label: string
  /** What stands under the axis. */
  readonly axis: string
  readonly pairs: readonly {
    readonly text: string
    readonly before: number
    readonly after: number
    readonly tone: BarTone
  }[]
  /** A line after this pair, with its words: a limit. */
  readonly mark?: { readonly after: number; readonly text: string }
}

const [height, foot, head, step] = [120, 20, 16, 46] as const

/** Two bars beside each other for each value: as it was, as it would be. */
export function PairedBars({ label, axis, pairs, mark }: PairedBarsProps) {
  const most = Math.max(1, ...pairs.flatMap(({ before, after }) => [before, after]))
  const scale = (value: number) => (value / most) * height
  const width = pairs.length * step
  return (
    <figure className="paired-bars">
      <svg
        viewBox={`0 0 ${width} ${head + height + foot}`}
        width={width}
        height={head + height + foot}
        role="img"
        aria-label={label}
      >
        {pairs.map(({ text, before, after, tone }, at) => (
          <g key={text} transform={`translate(${at * step} ${head})`}>
            <rect className="bar-rest" x="6" width="15" y={height - scale(before)} height={scale(before)} />
            <rect className={`bar-${tone}`} x="23" width="15" y={height - scale(after)} height={scale(after)} />
            <text x={step / 2} y={height + 15} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        <line className="paired-axis" x1="0" x2={width} y1={head + height} y2={head + height} />
        {mark && mark.after < pairs.length && (
          <g className="paired-mark">
            <line x1={mark.after * step} x2={mark.after * step} y1="4" y2={head + height} />
            <text x={mark.after * step + 5} y="12">
              {mark.text}
            </text>
          </g>
        )}
      </svg>
      <figcaption>{axis}</figcaption>
    </figure>
  )
}
