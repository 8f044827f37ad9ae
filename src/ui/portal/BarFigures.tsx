import type { ReactNode } from 'react'

interface FigureStripProps {
  readonly head?: {
    readonly title: string
    readonly text?: string
    readonly link?: { readonly href: string; readonly text: string }
  }
  readonly figures: readonly { readonly value: string; readonly text: string; readonly note?: ReactNode }[]
  /** `band`: across the page under the hero; `ruled`: under a black line inside the page. */
  readonly look?: 'band' | 'ruled'
}

/** Few big numbers in a row. */
export function FigureStrip({ head, figures, look = 'ruled' }: FigureStripProps) {
  return (
    <section className={`figures figures-${look}`} aria-label={head?.title}>
      <div className={look === 'band' ? 'measure figures-in' : 'figures-in'}>
        {head && (
          <div className="figures-head">
            <h2>{head.title}</h2>
            {head.text && <p>{head.text}</p>}
            {head.link && <a href={head.link.href}>{head.link.text}</a>}
          </div>
        )}
        <dl>
          {figures.map((figure) => (
            <div key={figure.text}>
              <dt>
                {figure.text}
                {figure.note !== undefined && <small>{figure.note}</small>}
              </dt>
              <dd>{figure.value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

interface BarFiguresProps {
  readonly caption: string
  readonly columns: { readonly name: string; readonly bar: string; readonly end: string }
  readonly legend: { readonly whole: string; readonly part: string }
  readonly rows: readonly {
    readonly name: string
    readonly href?: string
    /** How many in all; `part` of them are hatched in red at the end of the bar. */
    readonly value: number
    readonly part: number
    readonly valueText: string
    readonly partText: string
    readonly end: string
  }[]
}

/** Bars with their numbers beside them, in a table, so that a screen reader reads the numbers. */
export function BarFigures({ caption, columns, legend, rows }: BarFiguresProps) {
  const most = Math.max(1, ...rows.map((row) => row.value))
  // 68 % leaves room for the numbers behind the longest bar.
  const wide = (value: number) => `${Math.round((value / most) * 6800) / 100}%`
  return (
    <>
      <p className="legend" aria-hidden="true">
        <i className="legend-whole" /> {legend.whole} <i className="legend-part" /> {legend.part}
      </p>
      <table className="bars">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.bar}</th>
            <th scope="col" className="number">
              {columns.end}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.href ? <a href={row.href}>{row.name}</a> : row.name}</th>
              <td>
                <svg className="bar" width="100%" height="20" aria-hidden="true" focusable="false">
                  <rect className="bar-whole" width={wide(row.value)} height="20" />
                  {row.part > 0 && (
                    <svg x={wide(row.value - row.part)} width={wide(Math.max(row.part, most / 400))} height="20">
                      <rect className="bar-part" width="100%" height="20" />
                      <path className="bar-hatch" d={hatch} />
                    </svg>
                  )}
                </svg>
                <svg className="bar-label" width="100%" height="20" aria-hidden="true" focusable="false">
                  <svg x={wide(row.value)} height="20" overflow="visible">
                    <text x="8" y="15">
                      <tspan className="bar-value">{row.valueText}</tspan>
                      <tspan dx="7" className={row.part > 0 ? 'bar-late' : 'bar-fine'}>
                        {row.partText}
                      </tspan>
                    </text>
                  </svg>
                </svg>
                <span className="bar-said">
                  {row.valueText}, {row.partText}
                </span>
              </td>
              <td className="number">
                <b>{row.end}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const hatch = Array.from({ length: 60 }, (_, at) => `M${at * 7 - 20} 20l20 -20`).join('')
