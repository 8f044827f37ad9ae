import { addDays, isPlainDate } from '#values/plain-date.ts'

const kinds = ['regular', 'acting', 'secondment'] as const

/** A post that they get, as one word of the address: unit, post, how, last day. */
export interface TypedPost {
  readonly unit: string
  readonly post: string
  readonly kind: (typeof kinds)[number]
  /** The last day, where it has one. */
  readonly last: string
}

export const wordOf = ({ unit, post, kind, last }: TypedPost): string => [unit, post, kind, last].join('.')

/** What is typed about a decision, as it stands in the address of the page: nothing is kept before it is decided. */
export interface Typed {
  /** The form was not sent yet: it always says what is done. */
  readonly isFresh: boolean
  readonly document: string
  readonly decidedOn: string
  readonly reason: string
  readonly effectiveOn: string
  readonly leaves: boolean
  readonly ends: readonly string[]
  readonly begins: readonly TypedPost[]
  /** Where the next post is looked for. */
  readonly where: string
  readonly unit: string
  /** One that was chosen there and cannot be taken yet: its last day is wrong. */
  readonly next: TypedPost | undefined
}

export function readTyped(from: URLSearchParams): Typed {
  const text = (name: string) => (from.get(name) ?? '').trim().slice(0, 300)
  const effectiveOn = text('hieu-luc')
  const unit = text('don-vi')
  const added = from.getAll('nhan').flatMap((word) => readPost(word.slice(0, 300).split('.')))
  const [chosen] = text('vi-tri') === '' ? [] : readPost([unit, text('vi-tri'), text('hinh-thuc'), text('den')])
  const isTaken = chosen !== undefined && isLastDay(chosen.last, effectiveOn)
  return {
    isFresh: !from.has('viec'),
    document: text('quyet-dinh'),
    decidedOn: text('ngay-qd'),
    reason: text('ly-do'),
    effectiveOn,
    leaves: text('viec') === 'thoi-viec',
    ends: from.getAll('thoi').slice(0, 20),
    // Said again, a post is held as was said last.
    begins: [...new Map((isTaken ? [...added, chosen] : added).map((one) => [one.post, one])).values()],
    where: text('tim'),
    unit,
    next: isTaken ? undefined : chosen,
  }
}

const readPost = ([unit = '', post = '', how, last = '']: readonly string[]): TypedPost[] =>
  post === '' ? [] : [{ unit, post, kind: kinds.find((kind) => kind === how) ?? 'regular', last }]

/** Whether a post may have this last day; without one it is for good. */
export const isLastDay = (last: string, effectiveOn: string): boolean =>
  last === '' || (isPlainDate(last) && (!isPlainDate(effectiveOn) || last >= effectiveOn))

/** The plan that was typed; undefined while one of its days is missing or wrong. */
export function planOf(personId: string, { effectiveOn, leaves, ends, begins, next }: Typed) {
  if (!isPlainDate(effectiveOn) || next !== undefined) return undefined
  if (!begins.every(({ last }) => isLastDay(last, effectiveOn))) return undefined
  return {
    personId,
    effectiveOn,
    leaves,
    ends: leaves ? [] : [...ends],
    begins: leaves
      ? []
      : begins.map(({ post, kind, last }) => ({
          postId: post,
          kind,
          ...(isPlainDate(last) && { until: addDays(last, 1) }),
        })),
  }
}
