import { percentOf } from '../percent-of.ts'

/** What a stretch of a bar means; the legend says it in words. */
export type BarTone = 'plain' | 'soft' | 'good' | 'soon' | 'late' | 'waiting' | 'rest'

const sumOf = (parts: readonly { readonly value: number }[]) => parts.reduce((sum, part) => sum + part.value, 0)

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
          x={percentOf(sumOf(parts.slice(0, at)), whole)}
          width={percentOf(part.value, whole)}
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
