import { jsonFor, numberFor, whoFor } from './values.ts'
import type { StandIns } from './stand-ins.ts'

/** How a value is replaced. Columns of `keep` hold nothing of a person. */
export const rules = {
  keep: (value: unknown) => value,
  name: text((value, ins) => ins.name(value)),
  enterprise: text((value, ins) => ins.enterprise(value)),
  who: text(whoFor),
  number: text(numberFor),
  lastDigits: text((value, ins) => (/^\d+$/.test(value) ? ins.lastDigits(value) : '')),
  email: text((value, ins) => ins.email(value)),
  login: text((value, ins) => (/^\d{9,12}$/.test(value) ? ins.personalId(value) : ins.login(value))),
  day: text((value, ins) => ins.day(value)),
  place: text((value, ins) => ins.place(value)),
  text: text((value, ins) => ins.text(value)),
  code: text((value, ins) => ins.code(value)),
  json: (value: unknown, ins: StandIns) => jsonFor(value, ins),
  nothing: () => null,
} as const satisfies Record<string, (value: unknown, ins: StandIns) => unknown>

export type Rule = keyof typeof rules

/**
 * What becomes of a table: emptied, or column by column, the names of columns by rule, with spaces between. Ids, instants, numbers and
 * yes-or-no say nothing of a person and stand nowhere; nor do columns that the database computes. `follows` are columns that are made
 * of others, in SQL over the row `t`, when those are replaced.
 */
export type TableRules =
  | 'empty'
  | ({ readonly [Name in Rule]?: string } & { readonly follows?: Readonly<Record<string, string>> })

/** In the order in which they are replaced: what follows from other tables comes after them. */
export type Classified = Readonly<Record<string, TableRules>>

function text(make: (value: string, ins: StandIns) => string) {
  return (value: unknown, ins: StandIns) => (typeof value === 'string' && value !== '' ? make(value, ins) : value)
}
