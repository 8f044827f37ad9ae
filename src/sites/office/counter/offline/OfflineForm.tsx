import { useMemo, useRef, useState, type FormEvent } from 'react'
import type { ProblemPlace } from '#values/errors.ts'
import { fill, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { papersFor, visibleAnswers, type Lookups } from '#engines/forms/contract.ts'
import type { LookupData } from '#engines/forms/web/index.ts'
import { isFiledTogether } from '#engines/services/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { RadioChips } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import { Applicant, type ReadNote } from '../Applicant.tsx'
import { joined, readApplicantHere, typedIn } from '../applicant.ts'
import { answersNow } from '../answers-now.ts'
import { CoApplicants } from '../CoApplicants.tsx'
import { coApplicantsIn, peopleInForm } from '../co-applicants.ts'
import { DenseForm } from '../DenseForm.tsx'
import { lookThrough } from '../look-through.ts'
import { noApplicant, readCard } from '../read-card.ts'
import { typedNames, typedText } from '../typed-form.ts'
import { useFilledForm } from '../use-filled-form.ts'
import { WhatIsMissing } from '../WhatIsMissing.tsx'
import { counterWords } from '../words.ts'
import { arranged, overfull, UnreadablePicture } from './arrange-scans.ts'
import type { KeptReception } from './kept-receptions.ts'
import { OfflinePapers } from './OfflinePapers.tsx'

export type Prepared = Awaited<ReturnType<Client['services']['prepareOffline']>>[number]

const words = {
  counters: { vi: 'Nhận tại quầy', en: 'At the counter' },
  form: { vi: 'Tờ khai', en: 'Form' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  paperCount: { vi: '{count} loại', en: '{count} kinds' },
  receive: { vi: 'Nhận, in biên nhận tạm', en: 'Receive, print a provisional slip' },
  again: { vi: 'Gửi lại', en: 'Send again' },
  undrawn: {
    vi: 'Không mở được ảnh {name}. Bỏ ra, quét lại.',
    en: '{name} cannot be opened. Take it out, scan it again.',
  },
  overfull: {
    vi: 'Nhiều nhất {count} tệp một loại giấy, ảnh gộp thành một. Quét các trang vào một tệp, hoặc bỏ bớt.',
    en: '{count} files of one paper at most, pictures count as one. Scan the pages into one file, or take some out.',
  },
  kept: { vi: 'Tự giữ ở máy này', en: 'Kept on this machine' },
  fees: {
    vi: 'Phí, lệ phí thu sau, khi có mạng: biên lai lấy số từ hệ thống.',
    en: 'Fees are taken later, when the line is back: receipts take their numbers from the system.',
  },
} as const satisfies Record<string, Words>

interface OfflineFormProps {
  readonly prepared: Prepared
  readonly lookups: Lookups
  readonly lookupData: LookupData
  readonly kept: KeptReception
  readonly onTyped: (over: Pick<KeptReception, 'post' | 'papers' | 'name' | 'counterId'>) => void
  readonly onHandedIn: (over: Pick<KeptReception, 'post' | 'papers' | 'name' | 'counterId'>) => Promise<void>
}

/** One application that is taken in with nothing but this browser; what is typed is kept as it goes. */
export function OfflineForm({ prepared, lookups, lookupData, kept, onTyped, onHandedIn }: OfflineFormProps) {
  const { language } = useOffice()
  const t = useSay()
  const form = useRef<HTMLFormElement>(null)
  const posted = useMemo(() => new URLSearchParams(kept.post), [kept.post])
  const [start] = useState(posted)
  const [typed, setTyped] = useState(() => (kept.post === '' ? noApplicant : typedIn(start)))
  const [note, setNote] = useState<ReadNote>()
  const [papers, setPapers] = useState(kept.papers)
  const [named, setNamed] = useState(() => coApplicantsIn(start))
  const [places, setPlaces] = useState<readonly ProblemPlace[]>(kept.places ?? [])
  const [counterId, setCounterId] = useState(kept.counterId)

  const now = (over: Partial<Pick<KeptReception, 'papers'>> = {}) => {
    const post = form.current === null ? kept.post : typedText(form.current)
    return { post, papers, counterId, name: typedIn(new URLSearchParams(post)).fullName, ...over }
  }
  // What was just set stands in the fields with the next frame.
  const later = (over?: Partial<Pick<KeptReception, 'papers'>>) => requestAnimationFrame(() => onTyped(now(over)))
  const { filled, answers, setAnswers, layOver, onLeave } = useFilledForm({
    element: form,
    form: prepared.form,
    lookups,
    start: () => answersNow(prepared.form, {}, start, lookups),
    typed,
    onFilled: later,
  })
  const onCard = (text: string) => {
    const card = readCard(text)
    if (card === undefined) return setNote('unreadable')
    const read = joined(noApplicant, card)
    setNote(card.fullName === undefined ? 'new' : 'card')
    setTyped(read)
    layOver(read)
    later()
  }
  const isHandingIn = useRef(false)
  const handIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Pages are drawn for a moment: whoever presses again meanwhile hands in nothing more.
    if (isHandingIn.current) return
    const given = now()
    const post = new URLSearchParams(given.post)
    const handed = new Set([...post.getAll('ban-giay'), ...papers.map(({ paper }) => paper)])
    const wrong = [
      ...readApplicantHere(typedIn(post), lookups).places,
      ...lookThrough(prepared, post, lookups, handed),
      ...overfull(papers, prepared.papers).map(({ id, maxFiles }) => ({
        path: `papers.${id}`,
        message: fill(words.overfull, { count: maxFiles }),
      })),
    ]
    setPlaces(wrong)
    if (wrong.length === 0) {
      isHandingIn.current = true
      try {
        const nameOf = (paper: string) => t(prepared.papers.find(({ id }) => id === paper)?.name ?? words.papers)
        return await onHandedIn({ ...given, papers: await arranged(papers, nameOf) })
      } catch (error) {
        if (!(error instanceof UnreadablePicture)) throw error
        const { paper, name } = error.scan
        return setPlaces([{ path: `papers.${paper}`, message: fill(words.undrawn, { name }) }])
      } finally {
        isHandingIn.current = false
      }
    }
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  const asked = papersFor(prepared.papers, visibleAnswers(prepared.form, answers))
  return (
    <form ref={form} id="reception" onSubmit={(event) => void handIn(event)} onInput={() => later()} noValidate>
      {kept.why && (
        <Block>
          <NoteBox tone="late" icon="alert-circle" title={t(counterWords.wrong)} live>
            <p>{kept.why}</p>
          </NoteBox>
        </Block>
      )}
      {places.length > 0 && (
        <WhatIsMissing form={prepared.form} places={places} isAssisted={false} isSheetReady={false} />
      )}
      {prepared.counters.length > 1 && (
        <Block>
          <RadioChips
            name={typedNames.counter}
            legend={t(words.counters)}
            value={counterId}
            onValue={setCounterId}
            options={prepared.counters.map(({ id, name }) => ({ value: id, text: name }))}
          />
        </Block>
      )}
      <Applicant typed={typed} onTyped={setTyped} onLeave={onLeave} note={note} places={places} onCard={onCard} />
      <Block title={t(words.form)}>
        <DenseForm
          key={filled.version}
          language={language}
          form={prepared.form}
          lookups={lookupData}
          start={filled.answers}
          typed={filled.version === 0 ? start : undefined}
          places={places}
          onAnswers={(next) => {
            setAnswers(next)
            later()
          }}
        />
      </Block>
      {prepared.coApplicants && isFiledTogether(prepared, answers) && (
        <CoApplicants
          declared={prepared.coApplicants}
          named={named}
          onNamed={(next) => {
            setNamed(next)
            later()
          }}
          offered={peopleInForm(prepared.form, answers, [typed.personalId, ...named.map((one) => one.personalId)])}
          places={places}
        />
      )}
      <Block title={t(words.papers)} count={t(words.paperCount, { count: asked.length })}>
        <OfflinePapers
          papers={asked}
          kept={papers}
          onKept={(next) => {
            setPapers(next)
            later({ papers: next })
          }}
          onPaper={start.getAll('ban-giay')}
          places={places}
        />
      </Block>
      <Block>
        {prepared.fees.length > 0 && <p className="quiet">{t(words.fees)}</p>}
        <ActionRow left={<span className="quiet">{t(words.kept)}</span>}>
          <Act kind="primary" icon="printer" text={t(kept.state === 'refused' ? words.again : words.receive)} />
        </ActionRow>
      </Block>
    </form>
  )
}
