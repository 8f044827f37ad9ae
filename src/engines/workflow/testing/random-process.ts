import fc from 'fast-check'
import { checkProcess } from '../check-process.ts'
import type { Allowance, Next, Process, Step, StepId } from '../declare.ts'
import { graphOf } from '../process-graph.ts'
import { usualStep } from '../usual-step.ts'

/** One step, and what is nested between it and the next block. */
interface Block {
  readonly extras: Extras
  readonly inner?: Fork | Choice
}

/** Branches that a join awaits, beside some that end by themselves. */
interface Fork {
  readonly branches: readonly (readonly Block[])[]
  readonly ownEnds: readonly (readonly Block[])[]
}

/** Options that all go on with the next block; inside a fork the first may leave instead, and its join must not wait. */
interface Choice {
  readonly options: readonly (readonly Block[])[]
  readonly leaves: boolean
  readonly asksProposal: boolean
}

interface Extras {
  readonly silences: readonly ('consent' | 'wait')[]
  readonly back: readonly number[]
  readonly may: readonly Allowance[]
}

const extras: fc.Arbitrary<Extras> = fc.record({
  silences: fc.array(fc.constantFrom('consent', 'wait'), { maxLength: 2 }),
  back: fc.array(fc.nat(20), { maxLength: 2 }),
  may: fc.uniqueArray(fc.constantFrom('supplement', 'refuse', 'pause')),
})

const blocks = (depth: number): fc.Arbitrary<readonly Block[]> => fc.array(block(depth), { minLength: 1, maxLength: 2 })

function block(depth: number): fc.Arbitrary<Block> {
  if (depth === 0) return fc.record({ extras })
  const fork = fc.record({
    branches: fc.array(blocks(depth - 1), { minLength: 2, maxLength: 3 }),
    ownEnds: fc.array(blocks(0), { maxLength: 1 }),
  })
  const choice = fc.record({
    options: fc.array(fc.oneof(blocks(depth - 1), fc.constant([])), { minLength: 1, maxLength: 3 }),
    leaves: fc.boolean(),
    asksProposal: fc.boolean(),
  })
  return fc.oneof(fc.record({ extras }), fc.record({ extras, inner: fork }), fc.record({ extras, inner: choice }))
}

/** Processes with nested forks, joins, choices, consultations and ways back; nearly all sound. */
export const anyProcess: fc.Arbitrary<Process> = fc
  .tuple(fc.array(block(2), { minLength: 1, maxLength: 3 }), extras, fc.nat(2), fc.nat(2))
  .map(([middle, decide, supplements, apologies]) => ({
    id: 'random',
    start: 'receive',
    steps: write(middle, decide),
    limits: { supplements, apologies },
  }))
  .map(withDecidedRefusals)

/** Those in which the check finds nothing: the only ones that a platform starts. */
export const soundProcess: fc.Arbitrary<Process> = anyProcess.filter((process) => checkProcess(process).length === 0)

interface Draft {
  readonly step: Step
  readonly back: readonly number[]
  readonly joins: boolean
}

/** Written from the end to the start, since a block must know what follows it. */
function write(middle: readonly Block[], decide: Extras): Process['steps'] {
  const drafts = new Map<StepId, Draft>()
  const add = (kind: Step['kind'], id: StepId, next: Next | undefined, more?: Extras, joins = false) => {
    drafts.set(id, {
      step: { ...plain(kind, id, more), ...(next !== undefined && { next }) },
      back: more?.back ?? [],
      joins,
    })
    return id
  }
  let count = 0
  const writeAll = (list: readonly Block[], after: readonly StepId[], inFork: boolean) =>
    list.reduceRight<readonly StepId[]>((next, one) => [writeOne(one, next, inFork)], after)
  const writeOne = ({ extras: more, inner }: Block, after: readonly StepId[], inFork: boolean): StepId => {
    const id = `w${(count += 1)}`
    if (inner === undefined || (after.length === 0 && 'options' in inner)) return add('work', id, orNone(after), more)
    if ('branches' in inner) {
      const join = add('work', `j${count}`, orNone(after), undefined, true)
      const own = inner.ownEnds.flatMap((list) => writeAll(list, [], true))
      return add('work', id, [...inner.branches.flatMap((list) => writeAll(list, [join], true)), ...own], more)
    }
    const leaves = inner.leaves && inFork
    const options = inner.options.map((list, index) => writeAll(list, leaves && index === 0 ? [] : after, inFork))
    const when = options
      .filter((to) => to.length > 0)
      .map((to, index) => ({
        if:
          inner.asksProposal && index === 0
            ? { field: 'proposal', is: 'refuse' }
            : { field: `answers.q${(count + index) % 4}`, is: true },
        to,
      }))
    return add('work', id, when.length === 0 ? after : { when, otherwise: after }, more)
  }
  add('deliver', 'deliver', undefined)
  add('issue', 'issue', 'deliver')
  add('decide', 'decide', 'issue', { ...decide, may: decide.may.filter((one) => one === 'refuse') })
  add('receive', 'receive', writeAll(middle, ['decide'], false))
  return finish(drafts)
}

const orNone = (after: readonly StepId[]): Next | undefined => (after.length === 0 ? undefined : after)

const plain = (kind: Step['kind'], id: StepId, more?: Extras): Step => ({
  name: { vi: `Bước ${id}`, en: `Step ${id}` },
  kind,
  by: usualStep[kind].by,
  hours: 4,
  back: [],
  may: more?.may ?? usualStep[kind].may,
  consult: (more?.silences ?? []).map((silence, index) => ({
    id: `c${index}`,
    name: { vi: `Cơ quan ${id}-${index}`, en: `Agency ${id}-${index}` },
    by: { at: { unit: 'agency', key: `A${index}` }, function: 'specialist' },
    hours: 2,
    silence,
  })),
})

/** Joins name what leads to them, ways back what comes before; the deciding step can return to the very beginning. */
function finish(drafts: ReadonlyMap<StepId, Draft>): Process['steps'] {
  const bare = Object.fromEntries([...drafts].map(([id, { step }]) => [id, step]).reverse()) as Process['steps']
  const graph = graphOf({ id: 'bare', start: 'receive', steps: bare, limits: { supplements: 0, apologies: 0 } })
  const steps = [...graph.values()].map(({ id, from }) => {
    const { step, back, joins } = drafts.get(id) as Draft
    const before = [...graph.values()].filter((at) => at.leadsTo.has(id)).map((at) => at.id)
    const named = back.map((number) => before[number % before.length] as StepId)
    const always = step.kind === 'decide' ? ['receive'] : []
    return [id, { ...step, back: [...new Set([...always, ...named])], ...(joins && { join: from }) }]
  })
  return Object.fromEntries(steps) as Process['steps']
}

/** A refusal in a branch that ends by itself would go undecided: those steps may not refuse. */
function withDecidedRefusals(process: Process): Process {
  const wrong = checkProcess(process).map(({ path }) => path)
  const steps = Object.entries(process.steps).map(([id, step]) => {
    const may = wrong.includes(`steps.${id}.may`) ? step.may.filter((one) => one !== 'refuse') : step.may
    return [id, { ...step, may }]
  })
  return { ...process, steps: Object.fromEntries(steps) as Process['steps'] }
}
