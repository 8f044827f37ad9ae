import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Json } from '#values/layers.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { told, type DraftFinding } from './check-draft.ts'
import type { ProcedureDraft } from './procedure-draft.ts'

/** A version that counts today or from a later day, and that a draft did not begin with. */
export interface OtherVersion {
  readonly id: string
  readonly number: number
  readonly from: PlainDate
  readonly declaration: Json
  /** It was published after the draft was begun: whoever writes it has not seen it. */
  readonly isNewer: boolean
}

/** What publishing a draft would put an end to, beside the version that it began with; in the order of numbers. */
export const otherVersions = (tx: Queries, draftId: string, on: PlainDate): Promise<OtherVersion[]> =>
  rows(
    tx,
    sql<OtherVersion>`select v.id, v.number, p.valid_from as "from", v.declaration,
        v.published_at > greatest(d.created_at, b.published_at) as is_newer
      from services.procedure_draft d
      left join services.procedure_version b on b.id = d.base_version_id
      join services.procedure p on p.code = d.code and (p.valid_to is null or p.valid_to > ${on})
      join services.procedure_version v on v.id = p.version_id
      where d.id = ${draftId} and d.state in ('editing', 'submitted') and p.version_id is distinct from d.base_version_id
        and (p.valid_from > ${on} or v.published_at > greatest(d.created_at, b.published_at))
      order by v.number`,
  )

/** The last version that was published while a draft was written, if any was. */
export const newestOf = (others: readonly OtherVersion[]): OtherVersion | undefined =>
  others.findLast(({ isNewer }) => isNewer)

/** What others published meanwhile keeps a draft from being sent, for it would undo that; what only waits for its day is named. */
export function otherFindings(
  { code, declaration, baseVersionId }: ProcedureDraft,
  others: readonly OtherVersion[],
): DraftFinding[] {
  const newest = newestOf(others)
  if (newest !== undefined) {
    const words = baseVersionId === null ? taken(code) : publishedSince(newest.number)
    return [told(declaration, '', words)]
  }
  return others.map((one) => told(declaration, '', waits(one), 'hint'))
}

const publishedSince = (number: number): Words => ({
  vi: `bản ${number} được công bố sau khi bắt đầu soạn bản này; bấm “Ghép bản ${number} vào” ở cột trái để không mất thay đổi của bên nào`,
  en: `version ${number} was published after this was begun; press “Merge version ${number}” at the left, so that nobody’s change is lost`,
})

const taken = (code: string): Words => ({
  vi: `mã ${code} đã là của một thủ tục công bố sau khi bắt đầu soạn; bỏ bản này, soạn bản mới của thủ tục ấy hoặc chọn mã khác`,
  en: `code ${code} belongs to a procedure that was published since; discard this, and write a new version of that one or choose another code`,
})

const waits = ({ number, from }: OtherVersion): Words => ({
  vi: `bản ${number} đang chờ áp dụng từ ${showDate(from)} sẽ bị bản này thay; điều gì của bản ${number} cần giữ thì ghi vào đây`,
  en: `version ${number}, which waits for ${showDate(from)}, is replaced by this one; write here what has to stay of it`,
})
