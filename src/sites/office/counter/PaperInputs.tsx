import { say, type Words } from '#values/words.ts'
import { acceptOf } from '#engines/forms/contract.ts'
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

/** Takes scans of one paper up to as many as it may have; nothing where the paper is printed or has them all. */
export function Scan({ paper, text, count, onFiles }: ScanProps) {
  const { language } = useOffice()
  if (paper.generated || count >= paper.maxFiles) return null
  return (
    <label className="paper-scan act act-link">
      <span>{text}</span>
      <input
        type="file"
        multiple
        accept={acceptOf(paper.accept)}
        aria-label={`${text}: ${say(paper.name, language)}`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])].slice(0, paper.maxFiles - count))
          event.target.value = ''
        }}
      />
    </label>
  )
}
