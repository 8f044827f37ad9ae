import { z } from 'zod'
import { declared, WrongDeclaration } from '#values/declared.ts'
import { Form, Paper } from '#engines/forms/declare.ts'
import { Process } from '#engines/workflow/declare.ts'
import { procedureOfEntry } from './catalogue-entry.ts'
import type { CatalogueEntry } from './declare-catalogue.ts'
import { Procedure, ResultTemplate } from './procedure-shape.ts'
import { refusalBlocks, refusalTitle } from '../work/refusal.ts'

const { shape } = Procedure

/** Left out: a paper that the system makes is an original in PDF, any other a copy as picture or PDF. */
export const PaperSaid = Paper.partial({ form: true, accept: true }).transform((said): Paper => {
  const made = said.generated === true
  return {
    ...said,
    form: said.form ?? (made ? 'original' : 'copy'),
    accept: said.accept ?? (made ? ['pdf'] : ['image', 'pdf']),
  }
})

/** Left out: the id is the outcome; a refusal has the words that every refusal has. */
const ResultSaid = ResultTemplate.partial({ id: true, title: true, blocks: true })

const Completion = z.strictObject({
  code: shape.code,
  summary: shape.summary.unwrap(),
  receivedAt: shape.receivedAt.unwrap().min(1),
  form: Form,
  papers: z.array(PaperSaid),
  coApplicants: shape.coApplicants,
  /** A `work` step at the owner that names no division is done in the owner's. */
  process: Process,
  results: z.array(ResultSaid).min(1),
  messages: shape.messages,
  questions: shape.questions.unwrap(),
  // Facts that are finer than the catalogue has them; left out, the catalogue's hold.
  owner: shape.owner.optional(),
  timeLimits: shape.timeLimits.optional(),
  fees: shape.fees.unwrap().optional(),
  legalBasis: shape.legalBasis.unwrap().optional(),
})

/** What makes a described procedure one that can be filed and settled. */
export type Completion = z.output<typeof Completion>

/** Declares what completes the procedure of a code; throws with the exact place of what is wrong. */
export function completeProcedure(said: z.input<typeof Completion>): Completion {
  return declared(Completion, said, `procedure ${said.code}`)
}

/**
 * The procedures of a catalogue, those with a completion complete. Throws a `WrongDeclaration` that names every code which is
 * completed without being in the catalogue, or more than once.
 */
export function proceduresOf(entries: readonly CatalogueEntry[], completions: readonly Completion[] = []): Procedure[] {
  const procedures = entries.map(procedureOfEntry)
  const known = new Set(procedures.map(({ code }) => code))
  const codes = completions.map(({ code }) => code)
  const faults = codes.flatMap((code, index) => [
    ...(known.has(code) ? [] : [`${code} is completed, but not in the catalogue`]),
    ...(codes.indexOf(code) === index ? [] : [`${code} is completed twice`]),
  ])
  if (faults.length > 0) throw new WrongDeclaration(faults.join('; '))
  const byCode = new Map(completions.map((completion) => [completion.code, completion]))
  return procedures.map((procedure) => {
    const completion = byCode.get(procedure.code)
    return completion === undefined ? procedure : completed(procedure, completion)
  })
}

/** Facts and completion as one. */
function completed(facts: Procedure, { process, results, ...said }: Completion): Procedure {
  const finer = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const owner = said.owner ?? facts.owner
  return Procedure.parse({
    ...facts,
    ...finer,
    process: inDivision(process, owner),
    results: results.map((result) => ({
      ...result,
      id: result.id ?? result.outcome,
      title: result.title ?? (result.outcome === 'refused' ? refusalTitle : facts.result),
      blocks: result.blocks ?? (result.outcome === 'refused' ? refusalBlocks : []),
    })),
  })
}

/** Sends the work of the owner to the division that does it; leaders and clerks sit in the body itself. */
function inDivision(process: Process, { division }: Procedure['owner']): Process {
  if (division === undefined) return process
  const steps = Object.entries(process.steps).map(([id, step]) => {
    const { at } = step.by
    const goes = step.kind === 'work' && at.unit === 'owner' && at.division === undefined
    return [id, goes ? { ...step, by: { ...step.by, at: { ...at, division } } } : step]
  })
  return { ...process, steps: Object.fromEntries(steps) as Process['steps'] }
}
