import { useState } from 'react'
import type { ProblemPlace } from '#values/errors.ts'
import { largestFile } from '#engines/files/contract.ts'
import { say, type Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import { OnPaper, Scan } from '../PaperInputs.tsx'
import type { Paper } from '../PapersTable.tsx'
import { isPicture, overfull } from './arrange-scans.ts'
import { KeptScans } from './KeptScans.tsx'
import type { KeptPaper } from './kept-receptions.ts'

const words = {
  caption: { vi: 'Giấy tờ', en: 'Papers' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  state: { vi: 'Trạng thái', en: 'State' },
  scan: { vi: 'Quét, chọn tệp', en: 'Scan' },
  kept: { vi: '{count} tệp giữ ở máy này', en: '{count} files on this machine' },
  remove: { vi: 'Bỏ tệp', en: 'Remove' },
  tooLarge: {
    vi: '{name} lớn quá 25 MB, không gửi được. Quét lại nhỏ hơn, hoặc chia làm nhiều tệp.',
    en: '{name} is larger than 25 MB and cannot be sent. Scan it smaller, or in several files.',
  },
  generated: { vi: 'Hệ thống in từ tờ khai', en: 'Printed from the form' },
  optional: { vi: 'nếu có', en: 'if any' },
} as const satisfies Record<string, Words>

/** Pictures are packed smaller; anything else goes as it is. */
const isTooLarge = (scan: KeptPaper): boolean => !isPicture(scan) && scan.content.size > largestFile

interface OfflinePapersProps {
  readonly papers: readonly Paper[]
  readonly kept: readonly KeptPaper[]
  readonly onKept: (papers: readonly KeptPaper[]) => void
  readonly onPaper: readonly string[]
  readonly places: readonly ProblemPlace[]
}

/** Each paper with the scans that wait on this machine, or the mark that it was seen on paper. */
export function OfflinePapers({ papers, kept, onKept, onPaper, places }: OfflinePapersProps) {
  const { language } = useOffice()
  const t = useSay()
  const [tooLarge, setTooLarge] = useState<KeptPaper>()
  const rows = papers.map((paper) => {
    const own = kept.filter((one) => one.paper === paper.id)
    const told = places.find((place) => place.path === `papers.${paper.id}`)
    // What was missing when it was looked through may be there by now.
    const wrong = own.length === 0 || overfull(kept, [paper]).length > 0 ? told : undefined
    return {
      id: `papers.${paper.id}`,
      tone: wrong ? ('late' as const) : undefined,
      paper: (
        <>
          {t(paper.name)}
          {!paper.required && !paper.generated && <small> {t(words.optional)}</small>}
          {own.some(isPicture) && <KeptScans scans={own} kept={kept} onKept={onKept} />}
        </>
      ),
      state: paper.generated ? (
        <StatusText tone="info">{t(words.generated)}</StatusText>
      ) : own.length > 0 ? (
        <StatusText tone="good" icon="check">
          {t(words.kept, { count: own.length })}{' '}
          <Act kind="link" text={t(words.remove)} onAct={() => onKept(kept.filter((one) => one.paper !== paper.id))} />
        </StatusText>
      ) : (
        <OnPaper paper={paper} onPaper={onPaper} />
      ),
      scan: (
        <Scan
          paper={paper}
          text={t(words.scan)}
          count={own.length}
          onFiles={(chosen) => {
            const added = chosen.map((file) => ({ paper: paper.id, name: file.name, content: file }))
            setTooLarge(added.find(isTooLarge))
            onKept([...kept, ...added.filter((one) => !isTooLarge(one))])
          }}
        />
      ),
      ...(tooLarge?.paper === paper.id
        ? { wrong: t(words.tooLarge, { name: tooLarge.name }) }
        : wrong && { wrong: say(wrong.message, language) }),
    }
  })
  return (
    <DataTable
      language={language}
      caption={t(words.caption)}
      inset
      columns={[
        { key: 'paper', title: t(words.paper), heads: true, strong: true },
        { key: 'state', title: t(words.state), width: 230 },
        { key: 'scan', title: '', width: 120 },
      ]}
      rows={rows.map(({ wrong, state, ...row }) => ({
        ...row,
        state: (
          <>
            {state}
            {wrong && <p className="field-error">{wrong}</p>}
          </>
        ),
      }))}
    />
  )
}
