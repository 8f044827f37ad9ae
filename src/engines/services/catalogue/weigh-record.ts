import type { Words } from '#values/words.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Understood } from './announced-procedure.ts'
import type { KnownProcedures, Match } from './known-procedures.ts'
import { propose, type Need, type Proposal } from './propose.ts'

export type OpenState = 'aside' | 'same' | 'clear' | 'doubtful'

export interface Weighed {
  readonly state: OpenState
  readonly proposal: Proposal | null
  /** Everything for which somebody has to look, those of the reading first. */
  readonly doubts: readonly Words[]
}

/** Whether a record is quarantined, says nothing new, can be accepted unseen, or has to be looked at, and why. */
export function weighRecord(understood: Understood, match: Match, known: KnownProcedures): Weighed {
  const { said, reasons, doubts, setAside } = understood
  if (said === null) return { state: 'aside', proposal: null, doubts: [] }
  const versions = match.code === null ? [] : known.versionsOf(match.code)
  const proposals = versions.map(({ procedure }) => propose(said, known.knownFor(procedure)))
  if (reasons.length > 0) return { state: 'aside', proposal: proposals[0] ?? null, doubts }
  const [proposal = propose(said, known.knownFor(undefined))] = proposals
  const ends = versions.at(-1)?.procedure.effective.to
  if (ends === undefined && proposals.some(({ differences }) => differences.length === 0))
    return { state: 'same', proposal, doubts: [] }
  const all = [
    ...(ends === undefined ? [] : [repealed(ends)]),
    ...doubts,
    ...(setAside.some(({ raw }) => raw.length > 600) ? [papersAside] : []),
    ...(proposal.isComplete ? [hasForm] : []),
    ...(match.by === 'name' ? [byName] : []),
    ...(match.by === 'none' && match.isAlike ? [calledAlike] : []),
    ...proposal.needs.map((need) => needWords[need]),
    ...(said.subjects.length === 0 && versions.length === 0 ? [noSubjects] : []),
    ...(said.papers.length === 0 && versions.length === 0 ? [noPapers] : []),
  ]
  return { state: all.length === 0 ? 'clear' : 'doubtful', proposal, doubts: all }
}

const repealed = (ends: PlainDate): Words => ({
  vi: `Ở đây thủ tục này thôi nhận hồ sơ từ ${showDate(ends)}; công bố lại từ ngày đó trở đi là nhận lại`,
  en: `Here it is closed to filing from ${showDate(ends)}; announced again from then on, it is taken again`,
})
const papersAside: Words = {
  vi: 'Có giấy tờ phải để riêng, danh sách giấy tờ chưa đủ',
  en: 'Some papers were set aside',
}
const hasForm: Words = {
  vi: 'Thủ tục này đang nhận hồ sơ ở đây: biểu mẫu, giấy tờ, quy trình giữ nguyên, chỉ đổi thông tin được chọn',
  en: 'It is filed here: form, papers and process stay, only chosen facts change',
}
const byName: Words = { vi: 'Khớp theo tên, không theo mã', en: 'Matched by name, not by code' }
const calledAlike: Words = { vi: 'Có thủ tục tên gần giống', en: 'Another procedure is called alike' }
const noSubjects: Words = { vi: 'Không nêu đối tượng thực hiện', en: 'It does not say for whom' }
const noPapers: Words = { vi: 'Không nêu thành phần hồ sơ', en: 'It names no papers' }

const needWords: Readonly<Record<Need, Words>> = {
  level: { vi: 'Chưa rõ cấp giải quyết', en: 'The tier that decides is not known' },
  owner: { vi: 'Chưa rõ sở, ngành giải quyết', en: 'The department that decides is not known' },
  field: { vi: 'Không nêu lĩnh vực', en: 'It names no field' },
  result: { vi: 'Không nêu kết quả', en: 'It names no result' },
}
