import { z } from 'zod'
import type { ProblemPlace } from '#values/errors.ts'
import { DeclaredWords, fieldBase } from '../base.ts'
import { AsOf } from '../commune/commune.ts'
import { DateBound } from '../date/date.ts'
import { isKnownDate } from '../date/read-date.ts'
import type { RecordType } from '../field-type.ts'
import { readPersonalId } from '../text/patterns/personal-id.ts'
import {
  personOfOtherSex,
  personPartNames,
  personParts,
  samePersonSex,
  samePersonYear,
  type PersonPart,
} from './parts.ts'

/** A person: which parts are asked, each required or optional; parts not named are not asked. */
export const PersonField = z.strictObject({
  ...fieldBase,
  type: z.literal('person'),
  parts: z.partialRecord(z.enum(personPartNames), z.enum(['required', 'optional'])),
  /** Other words for a part, such as a place of living that is not the permanent one. */
  labels: z.partialRecord(z.enum(personPartNames), DeclaredWords).optional(),
  /** Who is asked for as a man or as a woman: a number that says otherwise is of somebody else. */
  ofSex: z.enum(['male', 'female']).optional(),
  /** Takes a birth date of which only month or year is known, as with many old people. */
  birthDateAsKnown: z.literal(true).optional(),
  /** The last day on which they can have been born, such as one long before a child of theirs was. */
  bornBy: DateBound.optional(),
  asOf: AsOf.optional(),
})
export type PersonField = z.infer<typeof PersonField>

export const person: RecordType<PersonField, PersonPart> = {
  shape: 'record',
  type: 'person',
  schema: PersonField,
  parts: (field) =>
    personPartNames
      .filter((name) => field.parts[name] !== undefined)
      .map((name): PersonPart => {
        const part: PersonPart = { ...personParts[name], label: field.labels?.[name] ?? personParts[name].label }
        if (field.parts[name] === 'optional') part.optional = true
        if (part.type === 'date' && field.birthDateAsKnown === true) part.precision = 'any'
        if (part.type === 'date' && field.bornBy !== undefined) part.notAfter = field.bornBy
        if (part.type === 'address' && field.asOf !== undefined) part.asOf = field.asOf
        return part
      }),
  // Sex and birth year are in the number; correcting either gives a new number (NĐ 137/2015), so they must agree.
  check({ ofSex }, { personalId, birthDate, sex }) {
    const facts = typeof personalId === 'string' ? readPersonalId(personalId) : undefined
    const places: ProblemPlace[] = []
    if (facts === undefined) return places
    const year = isKnownDate(birthDate) ? birthDate.slice(0, 4) : undefined
    if (year !== undefined && year !== String(facts.birthYear)) {
      places.push({ path: 'personalId', message: samePersonYear(facts.birthYear, year) })
    } else if ((sex === 'male' || sex === 'female') && sex !== facts.sex) {
      places.push({ path: 'personalId', message: samePersonSex(facts.sex) })
    } else if (ofSex !== undefined && ofSex !== facts.sex) {
      places.push({ path: 'personalId', message: personOfOtherSex(facts.sex) })
    }
    return places
  },
}
