/** What is asked on the screen that explains rights, as its address says it. */
export interface RightsPlace {
  readonly person: string | undefined
  /** The name of the person, or words to find one by. */
  readonly text: string
  readonly code: string
  /** As the field of the form holds it, time of Viet Nam; empty: now. */
  readonly typedAt: string
  readonly at: Date | undefined
}

export function readRightsPlace(query: URLSearchParams): RightsPlace {
  const text = (name: string, most: number) => (query.get(name) ?? '').trim().slice(0, most)
  const found = text('tim', 100)
  const person = text('nguoi', 36)
  const typedAt = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text('luc', 16)) ? text('luc', 16) : ''
  const at = new Date(`${typedAt}:00+07:00`)
  // Another name typed over the chosen one looks for somebody else.
  const isChosen = /^[0-9a-f-]{36}$/i.test(person) && (!query.has('ten') || query.get('ten') === found)
  return {
    person: isChosen ? person : undefined,
    text: found,
    code: text('ho-so', 60),
    typedAt: Number.isNaN(at.getTime()) ? '' : typedAt,
    at: Number.isNaN(at.getTime()) ? undefined : at,
  }
}

type Asked = Pick<RightsPlace, 'person' | 'text' | 'code' | 'typedAt'>

export const rightsHref = ({ person, text, code, typedAt }: Asked): string =>
  `/quan-tri/quyen?${new URLSearchParams({
    ...(person && { nguoi: person }),
    tim: text,
    'ho-so': code,
    ...(typedAt && { luc: typedAt }),
  })}`

/** An instant as the field of the form holds it. */
export const typedInstant = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
