import { fill, type Words } from '#values/words.ts'
import { sayFunction, sayTier } from '#engines/directory/contract.ts'
import type { Actor, Allowance, Process, Step } from './declare.ts'

/** What may happen in a step beside completing it. */
export const allowanceWords: Readonly<Record<Allowance, Words>> = {
  supplement: { vi: 'yêu cầu bổ sung', en: 'ask to supplement' },
  reject: { vi: 'từ chối nhận', en: 'reject' },
  refuse: { vi: 'đề nghị từ chối', en: 'propose refusal' },
  pause: { vi: 'tạm dừng', en: 'pause' },
}

/** What a step asks for before it passes on, if its process says so. */
export const draftsWords: Words = { vi: 'soạn xong dự thảo kết quả', en: 'with the result drafted' }
export const meetsWords: Record<NonNullable<Step['meets']>, Words> = {
  council: { vi: 'có biên bản họp hội đồng', en: 'with the minutes of the council' },
  inspection: { vi: 'có biên bản kiểm tra', en: 'with the minutes of the inspection' },
}

const places = {
  receiver: { vi: 'nơi tiếp nhận', en: 'receiving counter' },
  owner: { vi: 'cơ quan giải quyết', en: 'deciding body' },
  agency: { vi: 'cơ quan {key}', en: 'agency {key}' },
  above: { vi: 'cấp trên ({tier})', en: 'above ({tier})' },
  area: { vi: 'nơi ghi ở {field}', en: 'the area in {field}' },
} as const satisfies Record<string, Words>

/** Who acts: the function, and where. */
export function sayActor({ at, function: name }: Actor): Words {
  const tier = 'tier' in at ? sayTier(at.tier) : undefined
  const where = fill(places[at.unit], {
    ...('key' in at && { key: at.key }),
    ...('field' in at && { field: at.field }),
  })
  const division = 'division' in at && at.division !== undefined ? ` (${[at.division].flat().join(', ')})` : ''
  const said = sayFunction(name)
  const inLanguage = (language: 'vi' | 'en') =>
    `${said[language]}, ${where[language].replace('{tier}', tier?.[language].toLowerCase() ?? '')}${division}`
  return { vi: inLanguage('vi'), en: inLanguage('en') }
}

const end: Words = { vi: 'Kết thúc', en: 'Ends' }

/** What follows a step: steps beside each other joined by `+`, ways by `/`. */
export function sayNext({ next }: Step, process: Process): Words {
  if (next === undefined) return end
  const inLanguage = (language: 'vi' | 'en') => {
    const named = (to: string | readonly string[]) =>
      [to]
        .flat()
        .map((id) => process.steps[id]?.name[language] ?? id)
        .join(' + ')
    if (typeof next === 'string' || Array.isArray(next)) return named(next as string | readonly string[])
    const branches = next as Exclude<typeof next, string | readonly string[]>
    return [...branches.when.map((one) => named(one.to)), named(branches.otherwise)].join(' / ')
  }
  return { vi: inLanguage('vi'), en: inLanguage('en') }
}
