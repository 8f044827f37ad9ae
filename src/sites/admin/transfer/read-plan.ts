import { addDays, isPlainDate, type PlainDate } from '#values/plain-date.ts'

/** What is typed about a decision, as it stands in the address of the page: nothing is kept before it is decided. */
export interface Typed {
  readonly document: string
  readonly decidedOn: string
  readonly reason: string
  readonly effectiveOn: string
  readonly leaves: boolean
  readonly ends: readonly string[]
  /** Where a post is looked for, and the one chosen there. */
  readonly where: string
  readonly unit: string
  readonly post: string
  readonly kind: 'regular' | 'acting' | 'secondment'
  /** The last day, where it has one. */
  readonly last: string
}

export function readTyped(from: URLSearchParams): Typed {
  const text = (name: string) => (from.get(name) ?? '').trim().slice(0, 300)
  const kind = text('hinh-thuc')
  return {
    document: text('quyet-dinh'),
    decidedOn: text('ngay-qd'),
    reason: text('ly-do'),
    effectiveOn: text('hieu-luc'),
    leaves: text('viec') === 'thoi-viec',
    ends: from.getAll('thoi').slice(0, 20),
    where: text('tim'),
    unit: text('don-vi'),
    post: text('vi-tri'),
    kind: kind === 'acting' || kind === 'secondment' ? kind : 'regular',
    last: text('den'),
  }
}

/** The plan that was typed; undefined while its day is missing. */
export function planOf(personId: string, typed: Typed) {
  const { effectiveOn, leaves, ends, post, kind, last } = typed
  if (!isPlainDate(effectiveOn)) return undefined
  const until: PlainDate | undefined = isPlainDate(last) ? addDays(last, 1) : undefined
  return {
    personId,
    effectiveOn,
    leaves,
    ends: leaves ? [] : [...ends],
    begins: leaves || post === '' ? [] : [{ postId: post, kind, ...(until && { until }) }],
  }
}
