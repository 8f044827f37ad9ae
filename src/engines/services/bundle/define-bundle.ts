import { z } from 'zod'
import { declared, WrongDeclaration } from '#values/declared.ts'
import type { Words } from '#values/words.ts'
import { Form } from '#engines/forms/declare.ts'
import { hoursIn } from '../procedure/check-limits.ts'
import { PaperSaid } from '../procedure/complete-procedure.ts'
import { Procedure } from '../procedure/procedure-shape.ts'
import { BundleMembers } from './bundle-shape.ts'
import { conditionInBundle } from './split-bundle.ts'

const { shape } = Procedure

const Bundle = z.strictObject({
  /** Ours: no list of the nation has a code for it. */
  code: z.string().regex(/^[A-Z]+\.\d+$/),
  name: shape.name,
  everydayName: shape.everydayName,
  summary: shape.summary.unwrap(),
  result: shape.result,
  subjects: shape.subjects,
  lifeEvents: shape.lifeEvents.unwrap(),
  keywords: shape.keywords.unwrap(),
  onlineLevel: shape.onlineLevel.unwrap(),
  form: Form,
  papers: z.array(PaperSaid),
  members: BundleMembers,
  questions: shape.questions.unwrap(),
})

/** Several procedures that one filing starts, each with its own dossier, code, counter and end. */
export type Bundle = z.output<typeof Bundle>

/** Declares a bundle; throws with the exact place of what is wrong. */
export const defineBundle = (said: z.input<typeof Bundle>): Bundle => declared(Bundle, said, `bundle ${said.code}`)

/**
 * Bundles as procedures that can be looked up and filed: where and how the leading one is, with the fees of all and the longest of
 * their limits. Throws a `WrongDeclaration` that names a member which is not there or cannot be filed.
 */
export function bundlesOf(procedures: readonly Procedure[], bundles: readonly Bundle[]): Procedure[] {
  return bundles.map(({ members, ...said }) => {
    const parts = members.map((member) => {
      const procedure = procedures.find(({ code }) => code === member.code)
      if (procedure?.form === undefined || procedure.process === undefined)
        throw new WrongDeclaration(`bundle ${said.code}: ${member.code} cannot be filed`)
      return { member, procedure }
    })
    const leading = parts[0]!.procedure
    const ordinary = parts.flatMap(({ procedure }) => procedure.timeLimits.find(({ when }) => when === undefined) ?? [])
    const longest = ordinary.toSorted((one, other) => hoursIn(other) - hoursIn(one))[0]!
    const { sector, field, level, owner, receivedAt, process, results } = leading
    return Procedure.parse({
      sector,
      field,
      level,
      owner,
      receivedAt,
      process,
      results,
      ...said,
      codeStatus: 'local',
      timeLimits: [{ amount: longest.amount, unit: longest.unit, note: longestWords }],
      fees: parts.flatMap(feesInBundle),
      legalBasis: [...new Set(parts.flatMap(({ procedure }) => procedure.legalBasis))],
      bundle: members,
    })
  })
}

const longestWords = {
  vi: 'Việc lâu nhất; mỗi việc có ngày hẹn riêng',
  en: 'The longest; each has its own date',
}

type Part = { readonly member: z.output<typeof BundleMembers>[number]; readonly procedure: Procedure }

/** The fees of a member by the questions of the bundle. A case that cannot come up is left out, one that always does is the ordinary one. */
function feesInBundle({ member, procedure }: Part): Procedure['fees'] {
  let fees: Procedure['fees'] = []
  for (const { when, ...fee } of procedure.fees) {
    const row = { ...fee, id: `${member.code} ${fee.id}`, name: feeOf(fee.name, procedure) }
    const holdsWhen = when === undefined || conditionInBundle(when, member)
    if (holdsWhen === false) continue
    if (holdsWhen === true && when !== undefined) fees = fees.filter(({ id }) => id !== row.id)
    fees.push(holdsWhen === true ? row : { ...row, when: holdsWhen })
  }
  return fees
}

/** Of which of them a fee is: several have one of the same name. */
const feeOf = (name: Words, { everydayName, name: inLaw }: Procedure): Words => {
  const { vi, en } = everydayName ?? inLaw
  return { vi: `${name.vi} (${vi})`, en: `${name.en} (${en})` }
}
