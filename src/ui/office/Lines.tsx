import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

interface LineListProps {
  readonly label: string
  readonly lines: readonly {
    readonly id: string
    readonly href?: string
    /** Strong words at the left: a number called, a version. */
    readonly lead?: string
    readonly icon?: IconName
    readonly text: ReactNode
    readonly note?: string
    readonly right?: ReactNode
    readonly selected?: boolean
  }[]
}

/** Short ruled lines: who waits, versions, neighbours. */
export const LineList = ({ label, lines }: LineListProps) => (
  <ul className="lines" aria-label={label}>
    {lines.map((line) => (
      <li key={line.id} className={line.selected ? 'is-selected' : undefined}>
        {line.lead && <b>{line.lead}</b>}
        {line.icon && <Icon name={line.icon} />}
        <span>
          {line.href === undefined ? (
            line.text
          ) : (
            <a href={line.href} aria-current={line.selected ? 'true' : undefined}>
              {line.text}
            </a>
          )}
          {line.note && <small>{line.note}</small>}
        </span>
        {line.right !== undefined && <span className="lines-right">{line.right}</span>}
      </li>
    ))}
  </ul>
)

interface MonthProps {
  readonly caption: string
  readonly weekdays: readonly string[]
  readonly weeks: readonly (readonly {
    readonly date: string
    readonly text: string
    /** `today` is ringed, `counted` green, `end` filled; the words of `said` tell the same. */
    readonly kind?: 'today' | 'counted' | 'end' | 'off'
    readonly said?: string
  }[])[]
}

/** Weeks of days, to show how a date was computed. */
export const Month = ({ caption, weekdays, weeks }: MonthProps) => (
  <table className="month">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        {weekdays.map((day) => (
          <th key={day} scope="col">
            {day}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeks.map((week) => (
        <tr key={week[0]?.date}>
          {week.map((day) => (
            <td
              key={day.date}
              className={classes(day.kind && `day-${day.kind}`)}
              aria-current={day.kind === 'today' ? 'date' : undefined}
            >
              {day.text}
              {day.said && <span className="unseen">, {day.said}</span>}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

interface PickCardsProps {
  readonly name: string
  readonly legend: string
  readonly value?: string
  readonly onValue?: (value: string) => void
  readonly cards: readonly { readonly value: string; readonly head: ReactNode; readonly children: ReactNode }[]
}

/** Two or three texts of which a person takes one; nothing is chosen by itself. */
export const PickCards = ({ name, legend, value, onValue, cards }: PickCardsProps) => (
  <fieldset className="picks">
    <legend className="unseen">{legend}</legend>
    {cards.map((card) => (
      <label key={card.value}>
        <input
          type="radio"
          name={name}
          value={card.value}
          {...(onValue
            ? { checked: card.value === value, onChange: () => onValue(card.value) }
            : { defaultChecked: card.value === value })}
        />
        <span className="pick">
          <b>{card.head}</b>
          <span>{card.children}</span>
        </span>
      </label>
    ))}
  </fieldset>
)
