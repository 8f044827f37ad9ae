import type { Client } from '#engines/contract.ts'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { PickCards } from '#ui/office/Lines.tsx'
import { refusedAt, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { standInWords } from './words.ts'

type FoundPost = Awaited<ReturnType<Client['directory']['findPeople']>>[number]

interface PeopleProps {
  readonly name: string
  readonly legend: string
  readonly chosen: string | undefined
  readonly found: readonly FoundPost[]
  /** What is chosen of them: the person, or the post in which they were found. */
  readonly valueOf: (post: FoundPost) => string
}

/** Those who were found, one to be chosen. */
export const People = ({ name, legend, chosen, found, valueOf }: PeopleProps) => (
  <PickCards
    name={name}
    legend={legend}
    {...(chosen !== undefined && { value: chosen })}
    cards={found.map((post) => ({
      value: valueOf(post),
      head: post.personName,
      children: `${post.title} · ${post.unitName}`,
    }))}
  />
)

interface PeriodProps {
  readonly refused: Refused['refused'] | undefined
  readonly today: string
}

/** From when, and through which day. */
export function Period({ refused, today }: PeriodProps) {
  const { language } = useOffice()
  const t = useSay()
  const typed = refused?.typed ?? {}
  return (
    <FieldRow>
      <TextField
        name="first"
        type="date"
        label={t(standInWords.first)}
        value={typed['first'] ?? today}
        error={refusedAt(refused, 'from', language)}
        required
      />
      <TextField
        name="last"
        type="date"
        label={t(standInWords.last)}
        value={typed['last']}
        error={refusedAt(refused, 'to', language)}
        required
      />
    </FieldRow>
  )
}
