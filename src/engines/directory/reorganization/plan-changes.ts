import { isDeepStrictEqual } from 'node:util'
import type { Words } from '#values/words.ts'
import type { ReorganizationPlan } from './plan.ts'

const partWords = {
  title: { vi: 'tên đợt', en: 'title' },
  document: { vi: 'văn bản', en: 'document' },
  effectiveOn: { vi: 'ngày hiệu lực', en: 'effective day' },
  areas: { vi: 'địa bàn', en: 'area' },
  openedAreas: { vi: 'địa bàn mới hoặc đổi tên', en: 'new or renamed area' },
  units: { vi: 'đơn vị', en: 'unit' },
  patterns: { vi: 'mẫu đơn vị', en: 'pattern of units' },
  closed: { vi: 'đơn vị thôi hoạt động', en: 'unit that ends' },
  follows: { vi: 'đơn vị theo địa bàn', en: 'unit that follows its area' },
  competence: { vi: 'thẩm quyền', en: 'competence' },
  officials: { vi: 'nhân sự', en: 'officials' },
  split: { vi: 'quy tắc chia hồ sơ', en: 'rule for divided dossiers' },
  books: { vi: 'sổ tiếp tục', en: 'books gone on with' },
  hours: { vi: 'giờ làm việc theo', en: 'hours gone on with' },
  overrides: { vi: 'hồ sơ đi riêng', en: 'dossier apart' },
} as const satisfies Record<keyof ReorganizationPlan, Words>

const howWords = {
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'taken out' },
  changed: { vi: 'sửa', en: 'changed' },
} as const

/** What one draft of a plan says otherwise than the one before, each thing by its name. */
export function planChanges(before: ReorganizationPlan, after: ReorganizationPlan): Words[] {
  return (Object.keys(partWords) as (keyof ReorganizationPlan)[]).flatMap((part) => {
    const [was, is] = [entriesOf(before[part]), entriesOf(after[part])]
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
      if (isDeepStrictEqual(was.get(name), is.get(name))) return []
      const how = howWords[!was.has(name) ? 'added' : !is.has(name) ? 'removed' : 'changed']
      const { vi, en } = partWords[part]
      return [{ vi: [vi, name, how.vi].filter(Boolean).join(' '), en: [en, name, how.en].filter(Boolean).join(' ') }]
    })
  })
}

/** The things of one part of a plan, by what names each; of a part that is one thing, that alone. */
function entriesOf(part: unknown): ReadonlyMap<string, unknown> {
  if (Array.isArray(part)) return new Map(part.map((one: Readonly<Record<string, unknown>>) => [nameOf(one), one]))
  return new Map(typeof part === 'object' && part !== null ? Object.entries(part) : [['', part]])
}

const nameOf = ({ from, code, unit, eachArea }: Readonly<Record<string, unknown>>): string => {
  const name = code ?? unit ?? from ?? eachArea
  return typeof name === 'string' ? name : Object.values(name ?? {}).join(' ')
}
