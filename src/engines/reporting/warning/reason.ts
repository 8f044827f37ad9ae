import { fill, type Words } from '#values/words.ts'
import { sayOfficeTime } from './office-time.ts'

/** Why a dossier will probably be late, as facts; minutes are office minutes. */
export type Reason =
  /** The work that is left usually takes longer than what is left until the deadline. */
  | { readonly kind: 'work-left'; readonly usual: number; readonly left: number }
  /** The step has taken as long as four of five like it, or longer. */
  | { readonly kind: 'slow-step'; readonly step: Words; readonly taken: number; readonly long: number }
  /** The step has taken the hours allotted, and too few like it are known. */
  | { readonly kind: 'over-hours'; readonly step: Words; readonly taken: number; readonly long: number }
  /** An opinion is awaited, or another body has the work. */
  | { readonly kind: 'awaits-body'; readonly unit: string; readonly step: Words; readonly taken: number }
  /** Nobody holds the post, or whoever holds it is away without a stand-in. */
  | { readonly kind: 'nobody'; readonly unit: string; readonly step: Words }
  /** Work that is due earlier waits with the same post or function, more than was done in the time that is left. */
  | { readonly kind: 'queue'; readonly unit: string; readonly ahead: number; readonly takes: number }

const words = {
  'work-left': {
    vi: 'Phần việc còn lại thường cần {usual}, nay chỉ còn {left}',
    en: 'What is left usually takes {usual}; {left} are left',
  },
  'slow-step': {
    vi: 'Bước “{step}” đã {taken}, lâu hơn 80% hồ sơ cùng loại ({long})',
    en: '“{step}” has taken {taken}, longer than 80% of its kind ({long})',
  },
  'over-hours': {
    vi: 'Bước “{step}” đã {taken}, hết {long} được giao',
    en: '“{step}” has taken {taken} of the {long} allotted',
  },
  'awaits-body': { vi: 'Đang chờ {unit}: “{step}”, đã {taken}', en: 'Waits for {unit}: “{step}”, for {taken}' },
  nobody: {
    vi: 'Chưa có người làm “{step}” ở {unit}: khuyết vị trí, hoặc vắng mà không có người thay',
    en: 'Nobody does “{step}” at {unit}: vacant, or away without a stand-in',
  },
  queue: {
    vi: 'Nơi giữ việc ({unit}) còn {ahead} việc đến hạn trước; làm như 4 tuần qua thì cần {takes}',
    en: '{ahead} earlier pieces of work wait there ({unit}); at the pace of the last 4 weeks they take {takes}',
  },
} as const satisfies Record<Reason['kind'], Words>

/** A reason in words, by its facts alone. */
export function sayReason(reason: Reason): Words {
  const say = (language: keyof Words) =>
    fill(
      words[reason.kind],
      Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, shown(name, value)[language]])),
    )[language]
  return { vi: say('vi'), en: say('en') }
}

function shown(name: string, value: Words | number | string): Words {
  if (typeof value === 'object') return value
  if (typeof value === 'string' || name === 'ahead') return { vi: String(value), en: String(value) }
  return sayOfficeTime(value)
}
