import type { ProblemPlace } from '#values/errors.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { useOffice, useSay } from '../use-office.ts'

const words = {
  complete: { vi: 'Đủ điều kiện tiếp nhận', en: 'Complete: can be received' },
  completeText: { vi: 'Tờ khai và giấy tờ đủ. Bấm F10 để gửi.', en: 'Form and papers are complete. Press F10.' },
  lacking: { vi: 'Chưa nhận được: còn {count} chỗ', en: 'Cannot be received: {count} places' },
  lackingText: {
    vi: 'Nói với người nộp những chỗ dưới đây. Hồ sơ đã nhận rồi mới thấy thiếu thì mở hồ sơ để in Mẫu 02 (bổ sung) hoặc Mẫu 03 (từ chối).',
    en: 'Tell the applicant. For a dossier already received, open it to print form 02 or 03.',
  },
  printList: { vi: 'In danh sách này', en: 'Print this list' },
} as const satisfies Record<string, Words>

interface WhatIsMissingProps {
  readonly form: Form
  readonly places: readonly ProblemPlace[]
  readonly isAssisted: boolean
  /** The page prints the sheet to sign, not this list. */
  readonly isSheetReady: boolean
}

/** What stands between the form and its filing, to be said to the applicant or printed for them. */
export function WhatIsMissing({ form, places, isAssisted, isSheetReady }: WhatIsMissingProps) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Block>
      {places.length === 0 ? (
        <EmptyState title={t(words.complete)} text={t(words.completeText)} />
      ) : (
        <NoteBox tone="soon" icon="alert-triangle" title={t(words.lacking, { count: places.length })} live edge>
          <ul className="missing-list">
            {places.map((place) => (
              <li key={place.path}>
                <a href={`#${place.path}`} onClick={() => document.getElementById(place.path)?.focus()}>
                  {placeText(form, place, language)}
                </a>
              </li>
            ))}
          </ul>
          {!isAssisted && <p className="quiet">{t(words.lackingText)}</p>}
          {!isSheetReady && <Act icon="printer" text={t(words.printList)} onAct={() => window.print()} />}
        </NoteBox>
      )}
    </Block>
  )
}

function placeText(form: Form, place: ProblemPlace, language: Language): string {
  const label = fieldAt(form, place.path)?.label
  const [first = ''] = say(place.message, language).split('. ')
  return label === undefined ? first : `${say(label, language)}: ${first.charAt(0).toLowerCase()}${first.slice(1)}`
}
