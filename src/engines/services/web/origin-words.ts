import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, type Words } from '#values/words.ts'
import type { PaperOrigin } from '../contract/paper-origin.ts'

const words: Readonly<Record<PaperOrigin, Words | undefined>> = {
  uploaded: { vi: 'Người nộp tải lên', en: 'Sent by the applicant' },
  scanned: { vi: 'Quét tại quầy', en: 'Scanned at the counter' },
  'earlier-paper': { vi: 'Dùng lại từ hồ sơ {code}, nộp {day}', en: 'Used again from {code}, handed in {day}' },
  'earlier-result': {
    vi: 'Kết quả tỉnh cấp ở hồ sơ {code}, ngày {day}',
    en: 'Result of the province, dossier {code}, {day}',
  },
  'national-portal': { vi: 'Từ Cổng Dịch vụ công quốc gia', en: 'From the national portal' },
  unknown: undefined,
}

/** Where a file of an application is from; undefined where nobody wrote it down. */
export function sayOrigin({
  origin,
  sourceCode,
  sourceOn,
}: {
  readonly origin: PaperOrigin
  readonly sourceCode: string | null
  readonly sourceOn: string | null
}): Words | undefined {
  const said = words[origin]
  if (said === undefined) return undefined
  return fill(said, { code: sourceCode ?? '', day: sourceOn === null ? '' : showDate(sourceOn as PlainDate) })
}
