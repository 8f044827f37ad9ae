import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { papersFor, visibleAnswers, type Lookups } from '#engines/forms/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import { typedIn } from '../applicant.ts'
import { answersNow } from '../answers-now.ts'
import { counterWords } from '../words.ts'
import type { KeptReception } from './kept-receptions.ts'
import type { Prepared } from './OfflineForm.tsx'

const words = {
  title: { vi: 'Biên nhận tạm', en: 'Provisional slip' },
  number: { vi: 'Số', en: 'Number' },
  at: { vi: 'Nhận lúc', en: 'Received' },
  by: { vi: 'Người nhận', en: 'Received by' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  papers: { vi: 'Giấy tờ đã nhận', en: 'Papers received' },
  text: {
    vi: 'Quầy đang mất mạng. Hồ sơ được tính từ giờ ghi trên biên nhận này. Khi có mạng, hồ sơ có mã chính thức và ông/bà được báo qua số điện thoại đã ghi.',
    en: 'The counter has no line now. Time runs from the hour on this slip. Once the line is back the dossier gets its code, and you are told by the phone given here.',
  },
  print: { vi: 'In biên nhận tạm', en: 'Print the slip' },
} as const satisfies Record<string, Words>

/** What a citizen takes home while there is no line: printed by the browser itself. */
export function ProvisionalSlip(given: {
  readonly kept: KeptReception
  readonly prepared: Prepared
  readonly lookups: Lookups
}) {
  const { kept, prepared, lookups } = given
  const { language, me } = useOffice()
  const t = useSay()
  const post = new URLSearchParams(kept.post)
  const typed = typedIn(post)
  const answers = visibleAnswers(prepared.form, answersNow(prepared.form, {}, post, lookups))
  const handed = new Set([...post.getAll('ban-giay'), ...kept.papers.map(({ paper }) => paper)])
  return (
    <Block title={t(words.title)} right={<Act icon="printer" text={t(words.print)} onAct={() => print()} />}>
      <div className="provisional-slip">
        <p>
          <b>{prepared.counters.find(({ id }) => id === kept.counterId)?.name}</b>
        </p>
        <h2>{t(words.title)}</h2>
        <FactRows
          rows={[
            { term: t(words.number), value: <b className="code">{kept.slip}</b> },
            { term: t(counterWords.applicant), value: typed.fullName },
            { term: t(words.phone), value: typed.phone || '–' },
            { term: t(counterWords.procedure), value: say(prepared.name, language) },
            { term: t(words.at), value: showInstant(new Date(kept.handedInAt ?? kept.savedAt), language) },
            { term: t(words.by), value: me.name },
          ]}
        />
        <p>{t(words.papers)}:</p>
        <ul>
          {papersFor(prepared.papers, answers)
            .filter(({ id }) => handed.has(id))
            .map((paper) => (
              <li key={paper.id}>{t(paper.name)}</li>
            ))}
        </ul>
        <p>{t(words.text)}</p>
      </div>
    </Block>
  )
}
