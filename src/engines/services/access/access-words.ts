import type { Words } from '#values/words.ts'
import type { AccessReason } from '../dossier/dossier-access.ts'
import type { SeenBy } from './who-sees.ts'

/** Why a unit, or the holder of a post, has to do with a dossier. */
export const reasonWords: Readonly<Record<AccessReason['reason'], Words>> = {
  receives: { vi: 'nhận hồ sơ', en: 'took it in' },
  decides: { vi: 'có thẩm quyền giải quyết', en: 'is competent to decide' },
  assisted: { vi: 'hỗ trợ người dân nộp', en: 'helped the applicant to file it' },
  works: { vi: 'xử lý một bước', en: 'works on a step' },
  granted: { vi: 'được cho xem theo đề nghị', en: 'was let read it on request' },
}

/** By which way somebody sees a dossier. */
export const wayWords: Readonly<Record<SeenBy, Words>> = {
  unit: { vi: 'đơn vị có việc với hồ sơ', en: 'their unit has to do with it' },
  agency: { vi: 'xem hồ sơ của cả cơ quan', en: 'reads those of the whole agency' },
  subtree: { vi: 'xem hồ sơ của các đơn vị cấp dưới', en: 'reads those of the units below' },
  all: { vi: 'xem mọi hồ sơ của tỉnh', en: 'reads every dossier of the province' },
  delegation: { vi: 'được ủy quyền, đứng thay', en: 'by delegation' },
  granted: { vi: 'được cho xem theo đề nghị', en: 'let read it on request' },
}

/** How far a permission reaches. */
export const reachWords: Readonly<Record<'unit' | 'agency' | 'subtree' | 'all', Words>> = {
  unit: { vi: 'đơn vị mình', en: 'own unit' },
  agency: { vi: 'cả cơ quan', en: 'the whole agency' },
  subtree: { vi: 'đơn vị mình và cấp dưới', en: 'own unit and those below' },
  all: { vi: 'toàn tỉnh', en: 'the whole province' },
}
