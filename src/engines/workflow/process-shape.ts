import { z } from 'zod'
import { Condition } from '#values/condition.ts'
import type { Words } from '#values/words.ts'
import type { Process, Step } from './declare.ts'
import { usualStep } from './usual-step.ts'

/** A message of Zod is one text: Vietnamese, a raised dot, English. */
export const saidTwice = (words: Words): string => `${words.vi} · ${words.en}`

export function wordsSaid(message: string): Words {
  const [vi, en] = message.split(' · ')
  return { vi: vi as string, en: en ?? (vi as string) }
}

const teach = (vi: string, en: string) => ({ error: saidTwice({ vi, en }) })

/** An object that names the keys it knows when it meets another. */
const known = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => {
  const keys = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? saidTwice({
            vi: `không có mục ${issue.keys?.join(', ')}; có thể ghi: ${keys}`,
            en: `no such field: ${issue.keys?.join(', ')}; fields are ${keys}`,
          })
        : saidTwice({ vi: `cần một nhóm mục: ${keys}`, en: `needs an object of ${keys}` }),
  })
}

/** Never a leading digit: such keys would be put in another order by JavaScript. */
const Name = z.string(teach('cần một tên', 'needs a name')).regex(/^[a-z][a-zA-Z0-9-]{0,59}$/, {
  ...teach(
    'tên gồm chữ không dấu, số, gạch nối, bắt đầu bằng chữ thường',
    'a name is letters, digits, hyphens, starting with a small letter',
  ),
})
const Key = z.string(teach('cần một mã', 'needs a key')).min(1, teach('cần một mã', 'needs a key')).max(200)
const Text = z
  .string(teach('cần tên bằng tiếng Việt và tiếng Anh', 'needs words in Vietnamese and English'))
  .trim()
  .min(1, teach('không để trống', 'not blank'))
const WordsSaid = known({ vi: Text, en: Text })
const hoursWords = teach('số giờ làm việc của bước, lớn hơn 0', 'working hours allotted to the step, above 0')
const Hours = z.number(hoursWords).positive(hoursWords).max(20_000, hoursWords)

const division = z
  .union(
    [Key, z.array(Key).min(1)],
    teach('một mã bộ phận, hoặc danh sách mã', 'a key of a division, or a list of keys'),
  )
  .optional()
const Place = z.discriminatedUnion(
  'unit',
  [
    known({ unit: z.literal('receiver') }),
    known({ unit: z.literal('owner'), division }),
    known({ unit: z.literal('agency'), key: Key, division }),
    known({ unit: z.literal('above'), tier: Key, division }),
    known({ unit: z.literal('area'), field: Key, division }),
  ],
  teach(
    'nơi làm là receiver, owner, agency, above hoặc area',
    'a place is a unit: receiver, owner, agency, above or area',
  ),
)
const ActorFull = known({ at: Place, function: Key })
const ActorSaid = z.union(
  [Key, known({ at: z.union([Place, z.enum(['receiver', 'owner'])]).optional(), function: Key.optional() })],
  teach(
    'ai làm: tên chức năng, hoặc { at: nơi làm, function: chức năng }',
    'who acts: a function, or { at: place, function }; a place is { unit: receiver | owner | agency | above | area, … }',
  ),
)

/** The schema of values says what comes out; what goes in is the same. */
const ConditionSaid = Condition as z.ZodType<Condition, Condition>
const Target = z.union([Name, z.array(Name).min(1)])
const nextWords = teach(
  'bước tiếp theo: tên một bước, danh sách bước song song, hoặc { when: [{ if, to }], otherwise }',
  'what follows: a step, a list of parallel steps, or { when: [{ if, to }], otherwise }',
)
const Next = z.union(
  [Target, known({ when: z.array(known({ if: ConditionSaid, to: Target })).min(1), otherwise: Target })],
  nextWords,
)

const Consult = known({
  id: Name,
  name: WordsSaid,
  by: ActorFull,
  hours: Hours,
  silence: z.enum(
    ['consent', 'wait'],
    teach('quá hạn không trả lời: consent (đồng ý) hoặc wait (chờ)', 'silence is consent or wait'),
  ),
})

const StepSaid = known({
  name: WordsSaid.optional(),
  kind: z.enum(
    ['receive', 'work', 'decide', 'issue', 'deliver'],
    teach('loại bước: receive, work, decide, issue, deliver', 'kind is receive, work, decide, issue or deliver'),
  ),
  by: ActorSaid.optional(),
  hours: Hours.optional(),
  next: Next.optional(),
  back: z.array(Name).optional(),
  may: z
    .array(
      z.enum(
        ['supplement', 'reject', 'refuse', 'pause'],
        teach('được phép: supplement, reject, refuse, pause', 'may is supplement, reject, refuse or pause'),
      ),
    )
    .optional(),
  consult: z.array(Consult).optional(),
  join: z.array(Name).min(2, teach('nhập nhánh cần từ hai bước', 'a join needs two steps or more')).optional(),
  drafts: z.literal(true).optional(),
  meets: z
    .enum(['council', 'inspection'], teach('cần biên bản: council, inspection', 'meets is council or inspection'))
    .optional(),
})

function writeOut(said: z.output<typeof StepSaid>, context: z.RefinementCtx): Step {
  const { name, by, may, hours: usualHours } = usualStep[said.kind]
  const hours = said.hours ?? usualHours
  if (hours === undefined) context.addIssue({ code: 'custom', path: ['hours'], message: hoursWords.error })
  const given = typeof said.by === 'string' ? { function: said.by } : said.by
  const at = typeof given?.at === 'string' ? { unit: given.at } : given?.at
  return {
    name: said.name ?? name,
    kind: said.kind,
    by: { at: at ?? by.at, function: given?.function ?? by.function },
    hours: hours ?? 0,
    ...(said.next !== undefined && { next: said.next }),
    back: said.back ?? [],
    may: said.may ?? may,
    consult: said.consult ?? [],
    ...(said.join !== undefined && { join: said.join }),
    ...(said.drafts && { drafts: said.drafts }),
    ...(said.meets !== undefined && { meets: said.meets }),
  }
}

const Limit = z.number().int().min(0).max(100)

/** The shape of a process alone, defaults written out; whether it can run is `checkProcess`. */
export const ProcessShape = known({
  id: Name,
  start: Name,
  steps: z.record(Name, StepSaid.transform(writeOut)),
  limits: known({ supplements: Limit.optional(), apologies: Limit.optional() }).optional(),
}).transform(({ limits, ...process }): Process => ({
  ...process,
  limits: { supplements: limits?.supplements ?? 1, apologies: limits?.apologies ?? 1 },
}))
