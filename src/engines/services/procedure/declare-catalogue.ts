import { z } from 'zod'
import { declared } from '#values/declared.ts'
import { CodeStatus, FeeRow, Law, LifeEvent, OnlineLevel, Period, Said, Subject, TimeLimit } from './facts.ts'

const Slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const UnitPart = z.string().regex(/^[A-Z][A-Z0-9]*$/)

const Entry = z
  .strictObject({
    /** Code of the national database of procedures. */
    code: z
      .string()
      .regex(/^\d\.\d{6}$/)
      .optional(),
    /** Ours, where the national code is not known: never sent outside. */
    localCode: z
      .string()
      .regex(/^[A-Z]+\.\d+$/)
      .optional(),
    codeStatus: CodeStatus.exclude(['local']).optional(),
    name: Said,
    /** What a citizen would call it. */
    everydayName: Said.optional(),
    /** Lĩnh vực, as statistics group procedures. */
    field: Said,
    /** Folder of the declaration. */
    sector: Slug,
    /** Tier of the agency that decides. */
    level: Slug,
    /** The unit that does the work: a unit by its code, or below the province the part of the agency: `TNMT` of `217.TNMT`. */
    owner: UnitPart,
    /** The part that does it in agencies without `owner`: a city has other divisions than a rural district. */
    alternateOwner: UnitPart.optional(),
    subjects: z.array(Subject).min(1),
    timeLimits: z.array(TimeLimit).min(1),
    /** Empty: free of charge. */
    fees: z.array(FeeRow),
    onlineLevel: z.array(OnlineLevel).min(1),
    /** Names only; a complete procedure says more of each. */
    papers: z.array(z.strictObject({ vi: z.string().min(1), en: z.string().min(1).optional() })).min(1),
    result: Said,
    legalBasis: z.array(Law).min(1),
    lifeEvents: z.array(LifeEvent).min(1),
    /** Abbreviations and everyday words that the names do not hold, without tone marks. */
    keywords: z.array(z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/)).min(1),
    /** When the platform may take dossiers of it; absent: from before 2020 on. */
    effective: Period.optional(),
  })
  .refine(({ code, localCode }) => (code === undefined) !== (localCode === undefined), {
    path: ['code'],
    error: 'either code or localCode',
  })

/** The facts of one procedure as it is announced: what it is called, asks, takes, costs and gives. */
export type CatalogueEntry = z.output<typeof Entry>

/** Declares the procedures of one sector, in short; throws a `WrongDeclaration` with the code and place. The answer equals the literal. */
export const defineCatalogue = (entries: readonly z.input<typeof Entry>[]): CatalogueEntry[] =>
  entries.map((entry) => declared(Entry, entry, `procedure ${entry.code ?? entry.localCode ?? 'without a code'}`))
