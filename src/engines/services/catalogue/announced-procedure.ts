import { z } from 'zod'
import type { Words } from '#values/words.ts'
import { Subject, TimeLimit, FeeRow, Way } from '../procedure/facts.ts'

/**
 * What a catalogue says of one procedure, whichever catalogue it is: null or empty where it says nothing. Names are Vietnamese, as
 * decisions announce them.
 */
export const AnnouncedProcedure = z.strictObject({
  /** Of the national database, `1.001193`. */
  code: z.string().nullable(),
  /** The source's own, `CTH01A`. */
  localCode: z.string().nullable(),
  name: z.string(),
  /** The tier that decides; null where it names several or none. */
  level: z.string().nullable(),
  performer: z.string(),
  field: z.string(),
  subjects: z.array(Subject),
  timeLimits: z.array(TimeLimit),
  /** Null: the catalogue does not say what it costs; empty: it is free. */
  fees: z.array(FeeRow).nullable(),
  papers: z.array(z.string()),
  /** How many sets of papers are handed in. */
  sets: z.int().min(1).nullable(),
  result: z.string(),
  legalBasis: z.array(z.string()),
  /** Trình tự thực hiện. */
  course: z.string(),
  /** Cách thức thực hiện. */
  ways: z.array(Way),
  conditions: z.string(),
  /** The decision that announced it nationally. */
  decision: z.string().nullable(),
})

export type AnnouncedProcedure = z.output<typeof AnnouncedProcedure>

/** A part of a record that cannot be used, as it came, and why. */
export interface SetAside {
  readonly raw: string
  readonly why: Words
}

/** What was read of one record: with `reasons` it is quarantined, `doubts` ask for a pair of eyes. */
export interface Understood {
  /** Null where not even a name can be read. */
  readonly said: AnnouncedProcedure | null
  readonly reasons: readonly Words[]
  readonly doubts: readonly Words[]
  readonly setAside: readonly SetAside[]
}
