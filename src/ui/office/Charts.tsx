import type { ReactNode } from 'react'

/** What a stretch of a bar means; the legend says it in words. */
export type BarTone = 'plain' | 'soft' | 'good' | 'soon' | 'late' | 'waiting' | 'rest'

const sumOf = (parts: readonly { readonly value: number }[]) => parts.reduce((sum, part) => sum + part.value, 0)

const percent = (part: number, whole: number) => `${whole > 0 ? Math.round((part / whole) * 1000) / 10 : 0}%`

interface StackedBarProps {
  readonly label: string
  readonly parts: readonly { readonly tone: BarTone; readonly value: number }[]
  /** The value that fills the whole width, the same for all bars of a table. */
  readonly whole: number
}

/** Stretches in a row, to one scale. */
export function StackedBar({ label, parts, whole }: StackedBarProps) {
  return (
    <svg className="chart-stack" width="100%" height="14" role="img" aria-label={label}>
      {parts.map((part, at) => (
        <rect
          key={part.tone}
          className={`bar-${part.tone}`}
          x={percent(sumOf(parts.slice(0, at)), whole)}
          width={percent(part.value, whole)}
          height="14"
        />
      ))}
    </svg>
  )
}

/** Which colour means what. */
export const Legend = ({ items }: { readonly items: readonly { readonly tone: BarTone; readonly text: string }[] }) => (
  <ul className="legend">
    {items.map((item) => (
      <li key={item.tone}>
        <svg width="10" height="10" aria-hidden="true">
          <rect className={`bar-${item.tone}`} width="10" height="10" rx="2" />
        </svg>
        {item.text}
      </li>
    ))}
  </ul>
)

interface RankBarsProps {
  readonly rows: readonly {
    readonly text: string
    readonly value: number
    readonly valueText: string
    readonly tone?: BarTone
  }[]
}

/** Causes or kinds with bar and number. */
export function RankBars({ rows }: RankBarsProps) {
  const most = Math.max(1, ...rows.map((row) => row.value))
  return (
    <dl className="rank">
      {rows.map((row) => (
        <div key={row.text}>
          <dt>{row.text}</dt>
          <dd>
            <svg width="80" height="12" aria-hidden="true">
              <rect className={`bar-${row.tone ?? 'plain'}`} width={percent(row.value, most)} height="12" rx="2" />
            </svg>
            <b>{row.valueText}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface ColumnChartProps {
  readonly label: string
  readonly columns: readonly {
    readonly text: string
    /** From the bottom up; their sum is the height. */
    readonly parts: readonly { readonly tone: BarTone; readonly value: number }[]
    /** Words above: "2 trễ". */
    readonly above?: string
  }[]
  /** Parts stand beside each other to be compared, instead of on each other. */
  readonly side?: boolean
  /** A dashed line across at a value: what can be done in a day. */
  readonly line?: { readonly value: number; readonly text: string }
  readonly height?: number
}

/** Columns over time or classes, labelled directly. A table with the same numbers is one key away (`V`). */
export function ColumnChart({ label, columns, side, line, height = 130 }: ColumnChartProps) {
  const most = Math.max(
    1,
    line?.value ?? 0,
    ...columns.flatMap((column) => (side ? column.parts.map((part) => part.value) : [sumOf(column.parts)])),
  )
  const room = height - 40 - (line ? 16 : 0)
  const scale = (value: number) => Math.round((value / most) * room)
  const each = 100 / Math.max(1, columns.length)
  const floor = height - 20
  return (
    <svg className="chart-columns" width="100%" height={height} role="img" aria-label={label}>
      {columns.map((column, index) => {
        const left = (index + 0.18) * each
        const width = each * 0.64
        const share = side ? width / column.parts.length : width
        const top = side ? Math.max(0, ...column.parts.map((part) => part.value)) : sumOf(column.parts)
        return (
          <g key={column.text}>
            {column.parts.map((part, nth) => {
              const upTo = side ? part.value : sumOf(column.parts.slice(0, nth + 1))
              return (
                <rect
                  key={part.tone + nth}
                  className={`bar-${part.tone}`}
                  x={`${left + (side ? nth * share : 0)}%`}
                  y={floor - scale(upTo)}
                  width={`${share}%`}
                  height={scale(part.value)}
                />
              )
            })}
            <text x={`${(index + 0.5) * each}%`} y={height - 5}>
              {column.text}
            </text>
            {column.above && (
              <text className="chart-above" x={`${(index + 0.5) * each}%`} y={floor - scale(top) - 5}>
                {column.above}
              </text>
            )}
          </g>
        )
      })}
      <line className="chart-floor" x1="0" x2="100%" y1={floor} y2={floor} />
      {line && (
        <>
          <line className="chart-line" x1="0" x2="100%" y1={floor - scale(line.value)} y2={floor - scale(line.value)} />
          <text className="chart-line-text" x="100%" y="11">
            {line.text}
          </text>
        </>
      )}
    </svg>
  )
}

interface SparklineProps {
  readonly label: string
  readonly values: readonly number[]
  readonly tone: 'good' | 'soon' | 'late'
}

/** The last hours at a glance, 96 × 20. */
export function Sparkline({ label, values, tone }: SparklineProps) {
  const most = Math.max(1, ...values)
  const points = values.map(
    (value, at) => `${Math.round((at / Math.max(1, values.length - 1)) * 96)},${Math.round(18 - (value / most) * 16)}`,
  )
  return (
    <svg className={`spark tone-${tone}`} width="96" height="20" role="img" aria-label={label}>
      <polyline points={points.join(' ')} />
    </svg>
  )
}

interface PieceStripProps {
  readonly label: string
  readonly pieces: readonly { readonly tone: BarTone; readonly said: string }[]
  /** Words below: at the left, anywhere, at the right. */
  readonly marks?: readonly ReactNode[]
}

/** One square per run of something regular. */
export const PieceStrip = ({ label, pieces, marks = [] }: PieceStripProps) => (
  <>
    <svg className="pieces" width="100%" height="18" role="img" aria-label={label}>
      {pieces.map((piece, at) => (
        <rect
          key={at}
          className={`bar-${piece.tone}`}
          x={percent(at + 0.06, pieces.length)}
          width={percent(0.88, pieces.length)}
          height="18"
          rx="2"
        >
          <title>{piece.said}</title>
        </rect>
      ))}
    </svg>
    <p className="pieces-marks">
      {marks.map((mark, at) => (
        <span key={at}>{mark}</span>
      ))}
    </p>
  </>
)

interface SpanChartProps {
  readonly days: readonly { readonly text: string; readonly off?: boolean; readonly today?: boolean }[]
  readonly rows: readonly {
    readonly name: ReactNode
    readonly text: string
    readonly tone: 'info' | 'soon' | 'paused'
    /** Index of the first and of the last day. */
    readonly from: number
    readonly to: number
  }[]
  readonly label: string
}

/** Who stands in for whom on which days. */
export function SpanChart({ days, rows, label }: SpanChartProps) {
  const whole = days.length
  return (
    <table className="spans">
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          <td />
          {days.map((day) => (
            <th
              key={day.text}
              scope="col"
              className={day.today ? 'is-today' : day.off ? 'is-off' : undefined}
              aria-current={day.today ? 'date' : undefined}
            >
              {day.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            <th scope="row">{row.name}</th>
            <td colSpan={whole}>
              <svg
                width="100%"
                height="20"
                role="img"
                aria-label={`${row.text}: ${days[row.from]?.text} – ${days[row.to]?.text}`}
              >
                <rect
                  className={`span-${row.tone}`}
                  x={percent(row.from, whole)}
                  width={percent(row.to - row.from + 1, whole)}
                  height="18"
                  rx="3"
                />
                <svg x={percent(row.from, whole)} overflow="visible">
                  <text x="7" y="13" className={`tone-${row.tone}`}>
                    {row.text}
                  </text>
                </svg>
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
