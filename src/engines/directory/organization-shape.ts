import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'

export const Name = z.string().min(2).max(200)
export const Code = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.-]{0,39}$/, { error: 'a code is capital letters, digits, dots and dashes' })
export const AreaCode = z.string().regex(/^\d{2,5}$/)
/** An identifier of an agency (QCVN 102:2016, Decision 20/2020): opaque, in capitals however it was typed. */
export const OrganCode = z
  .string()
  .trim()
  .toUpperCase()
  .max(35)
  .regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/, { error: 'Chữ in, số và dấu chấm, như H02.14 · Capitals, digits and dots' })
const Validity = { from: PlainDate.optional(), to: PlainDate.optional() }

/** An administrative unit as of a time: tiers are words of the declaration, not of the code (2025 took one away). */
export const Area = z.strictObject({
  code: AreaCode,
  tier: z.string(),
  name: Name,
  parent: z.string().optional(),
  /** The codes that hold its territory after `to`, where not its own: several after a split. */
  into: z.array(AreaCode).min(1).optional(),
  ...Validity,
})

/** Tax code of a body that collects: ten digits, with three more of a dependent unit. */
export const TaxCode = z
  .string()
  .trim()
  .regex(/^\d{10}(-\d{3})?$/, { error: 'Mười chữ số, hoặc thêm - và ba chữ số · Ten digits, or with - and three more' })

/** A body or a part of one. `kind` says what it may be asked to do; `area` is the administrative unit it serves. */
export const Unit = z.strictObject({
  code: Code,
  kind: z.enum(['peoples-committee', 'department', 'subordinate-agency', 'one-stop', 'division']),
  name: Name,
  shortName: Name.optional(),
  tier: z.string(),
  parent: Code.optional(),
  area: z.string().optional(),
  /** Identifier of QCVN 102 / QĐ 20/2020, opaque; dossier and document codes begin with it. */
  organCode: OrganCode.optional(),
  taxCode: TaxCode.optional(),
  address: z.string().max(300).optional(),
  phone: z.string().max(30).optional(),
  ...Validity,
})

/** A code with places to fill: `{area}` the code of the area, `{parent}` that of the area it belongs to. */
export const CodePattern = z
  .string()
  .regex(/^(?:[A-Z0-9.-]|\{area\}|\{parent\})+$/, { error: 'a code, with {area} or {parent}' })

/** One unit for each of many areas. Its name may hold `{name}`, the area's as written inside a sentence; its tier is theirs. */
export const UnitPattern = Unit.pick({ kind: true, name: true, shortName: true, from: true, to: true }).extend({
  code: CodePattern.refine((code) => code.includes('{area}'), { error: 'must hold {area}, or all units get one code' }),
  parent: CodePattern.optional(),
})

/** Bodies that every area of a tier has alike, declared once; `only` and `except` name areas by code. */
export const Pattern = z.strictObject({
  eachArea: z.strictObject({
    tier: z.string(),
    only: z.array(AreaCode).optional(),
    except: z.array(AreaCode).optional(),
  }),
  units: z.array(UnitPattern).min(1),
})

export type Unit = z.infer<typeof Unit>
export type Area = z.infer<typeof Area>
/** An area as a declaration writes it, its dates still text. */
export type AreaLiteral = z.input<typeof Area>
/** A unit as a declaration writes it, its dates still text. */
export type UnitLiteral = z.input<typeof Unit>
export type UnitPattern = z.infer<typeof UnitPattern>
