import { say, type Words } from '#values/words.ts'
import { acceptOf } from '#engines/forms/contract.ts'
import { mostScans } from '#engines/services/contract.ts'
import { useOffice } from '../use-office.ts'
import type { Paper } from './PapersTable.tsx'

const onPaperWords: Words = { vi: 'Giấy, đã đối chiếu', en: 'On paper, compared' }

/** The mark that a paper was seen and stays paper. */
export function OnPaper({ paper, onPaper }: { readonly paper: Paper; readonly onPaper: readonly string[] }) {
  const { language } = useOffice()
  return (
    <label className="check-line paper-check">
      <input
        type="checkbox"
        className="check"
        name="ban-giay"
        value={paper.id}
        defaultChecked={onPaper.includes(paper.id)}
      />
      <span>{say(onPaperWords, language)}</span>
    </label>
  )
}

interface ScanProps {
  readonly paper: Paper
  readonly text: string
  /** Files of this paper that are there already. */
  readonly count: number
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes scans of one paper; nothing where the paper is printed. More than it may have are pages that will be joined. */
export function Scan({ paper, text, count, onFiles }: ScanProps) {
  const { language } = useOffice()
  if (paper.generated || count >= mostScans) return null
  return (
    <label className="paper-scan act act-link">
      <span>{text}</span>
      <input
        type="file"
        multiple
        accept={acceptOf(paper.accept)}
        aria-label={`${text}: ${say(paper.name, language)}`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])].slice(0, mostScans - count))
          event.target.value = ''
        }}
      />
    </label>
  )
}
