import { useEffect, useMemo, useRef, useState } from 'react'
import { Form, useActionData, useFetcher, useNavigation } from 'react-router'
import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { papersFor, visibleAnswers } from '#engines/forms/contract.ts'
import { isFiledTogether } from '#engines/services/contract.ts'
import { lookupsFrom, type LookupData } from '#engines/forms/web/index.ts'
import type { Bindings, Hint } from '#ui/keymap.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { RadioChips } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import type { Kept } from '../autosave.ts'
import { useOffice, useSay } from '../use-office.ts'
import { Applicant } from './Applicant.tsx'
import { typedIn } from './applicant.ts'
import { answersNow } from './answers-now.ts'
import { Appointment } from './Appointment.tsx'
import { DeskStrip } from '../queue/DeskStrip.tsx'
import type { DeskView } from '../queue/desk.tsx'
import { CounterPage } from './CounterPage.tsx'
import { ConfirmTyped, Declaration, PlaceOfFiling, SheetToSign } from './Assisted.tsx'
import { DenseForm } from './DenseForm.tsx'
import { CoApplicants } from './CoApplicants.tsx'
import { coApplicantsIn, peopleInForm, waitsForWord } from './co-applicants.ts'
import { PapersTable, type Files } from './PapersTable.tsx'
import { noApplicant } from './read-card.ts'
import type { Again } from './receive.ts'
import { receptionHref, type ReceptionPlace } from './reception-address.ts'
import { ResultAndFees } from './ResultAndFees.tsx'
import { ReuseLink } from './reuse/ReuseLink.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { SavedState, WhyStopped } from './SavedState.tsx'
import { SlipPicture } from './SlipPicture.tsx'
import { draftOf, filesIn, filesOfDraft, typedNames, typedText, type GivenPapers, type Saved } from './typed-form.ts'
import { useAutosave } from './use-autosave.ts'
import { useFilledForm } from './use-filled-form.ts'
import { WhatIsMissing } from './WhatIsMissing.tsx'
import { counterWords } from './words.ts'
import { FormToken, useFormToken } from '../../FormToken.tsx'

const words = {
  decides: { vi: '{code} · {owner} giải quyết', en: '{code} · decided by {owner}' },
  several: { vi: '{code} · giải quyết theo nơi nhận', en: '{code} · decided where it is received' },
  online: { vi: '{code} · hỗ trợ nộp trực tuyến', en: '{code} · helped to file online' },
  change: { vi: 'Đổi thủ tục', en: 'Change' },
  counters: { vi: 'Nhận tại quầy', en: 'At the counter' },
  helpedAt: { vi: 'Hỗ trợ tại quầy', en: 'Helped at the counter' },
  form: { vi: 'Tờ khai', en: 'Form' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  paperCount: { vi: '{count} loại', en: '{count} kinds' },
  cannot: { vi: 'Chưa nhận được…', en: 'Not yet…' },
  lacks: { vi: 'Còn thiếu gì…', en: 'What is missing…' },
  receive: { vi: 'Tiếp nhận, in giấy hẹn', en: 'Receive, print the slip' },
  file: { vi: 'Gửi hồ sơ trực tuyến', en: 'File online' },
  busy: { vi: 'Đang gửi…', en: 'Sending…' },
  uploading: { vi: 'Chờ tệp gửi xong', en: 'Wait for the files' },
  ifReceived: {
    vi: 'Ngày này tính như nơi tiếp nhận nhận ngay. Họ trả lời trong 8 giờ làm việc.',
    en: 'As if it were received at once; it is answered within 8 working hours.',
  },
  right: { vi: 'Ngày hẹn và giấy hẹn', en: 'Appointment and slip' },
  middle: { vi: 'Hồ sơ đang nhận', en: 'Dossier being received' },
  keyProcedure: { vi: 'thủ tục', en: 'procedure' },
  keyCard: { vi: 'đọc thẻ', en: 'card' },
  keyScan: { vi: 'quét', en: 'scan' },
  keyCheck: { vi: 'còn thiếu gì', en: 'what is missing' },
  keyReceive: { vi: 'tiếp nhận', en: 'receive' },
  keyFile: { vi: 'nộp', en: 'file' },
} as const satisfies Record<string, Words>

type Prepared = Awaited<ReturnType<Client['services']['prepareReception']>>

export interface ReceivingProps {
  readonly prepared: Prepared
  readonly lookups: LookupData
  readonly at: ReceptionPlace
  /** What was typed before under this address. */
  readonly draft: (Kept & { readonly post: string; readonly papers: GivenPapers }) | undefined
  /** Where a queue calls people to the officer's desk. */
  readonly desk: DeskView | undefined
}

/** The whole of one application at the counter on one screen; what is typed is kept on the server as it goes. */
export function Receiving({ prepared, lookups: lookupData, at, draft, desk }: ReceivingProps) {
  const { language } = useOffice()
  const t = useSay()
  const navigation = useNavigation()
  const again = useActionData<Again>()
  const card = useFetcher<Again>()
  const token = useFormToken()
  const form = useRef<HTMLFormElement>(null)
  const lookups = useMemo(() => lookupsFrom(lookupData), [lookupData])
  const before = again?.post ?? draft?.post
  const [posted] = useState(() => (before === undefined ? undefined : new URLSearchParams(before)))
  const [typed, setTyped] = useState(() => again?.card?.typed ?? (posted === undefined ? noApplicant : typedIn(posted)))
  const [files, setFiles] = useState<Files>(() =>
    again?.post === undefined && draft !== undefined ? filesOfDraft(draft.papers) : filesIn(posted),
  )
  const [named, setNamed] = useState(() => (posted === undefined ? [] : coApplicantsIn(posted)))
  const [uploading, setUploading] = useState(false)
  const [counterId, setCounterId] = useState(posted?.get(typedNames.counter) ?? prepared.counter.id)
  const counter = prepared.counters.find(({ id }) => id === counterId) ?? prepared.counter
  const read = card.data?.card
  const note = (read ?? again?.card)?.note
  const busy = navigation.state !== 'idle' && navigation.formData?.get('lam-gi') === 'nhan'
  const address = receptionHref(at)
  const { isAssisted } = at

  const requestOf = (text: string) => {
    const post = new URLSearchParams(text)
    const about = { code: prepared.code, counterId: post.get(typedNames.counter) ?? prepared.counter.id }
    return {
      path: `/services/counter-drafts/${at.draftId}`,
      body: { ...about, ...draftOf(post, lookups), post: text },
    }
  }
  const [saved, setSaved] = useState<Saved>()
  const [kept, setKept] = useState(draft?.post ?? '')
  const { saving, later, settle } = useAutosave<Saved>({
    form,
    before: draft,
    requestOf,
    isSending: navigation.formMethod === 'POST',
    sent: again?.saved,
    onSaved: (one) => {
      setSaved({ ...one, promised: new Date(one.promised) })
      if (form.current !== null) setKept(typedText(form.current))
    },
  })

  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      later()
    }
  const { filled, answers, setAnswers, layOver, onLeave } = useFilledForm({
    element: form,
    form: prepared.form,
    lookups,
    start: () => again?.answers ?? (posted === undefined ? {} : answersNow(prepared.form, {}, posted, lookups)),
    typed,
    onFilled: later,
  })

  // What the card says goes into the applicant's fields, and where the form asks for the same, into the form.
  const taken = useRef(read)
  useEffect(() => {
    if (read === undefined || read === taken.current || form.current === null) return
    taken.current = read
    setTyped(read.typed)
    if (read.note === 'unreadable') return
    layOver(read.typed)
    later()
  }, [read, layOver, later])

  const places = again?.places ?? []
  const error = again?.error
  // What can be read whole can be signed, also by whoever has not confirmed otherwise.
  const isSheetReady = isAssisted && again?.checked === true && places.every(waitsForWord)
  const follows = saved ?? prepared
  const isTogether = isFiledTogether(prepared, answers)
  const papers = papersFor(prepared.papers, visibleAnswers(prepared.form, answers))
  const toConfirm = {
    title: say(prepared.name, language),
    form: prepared.form,
    answers,
    lookups,
    applicant: typed,
    together: isTogether ? named : [],
  }
  // The buttons stand at the foot of the column, outside the form they belong to.
  const press = (value: string) =>
    document.querySelector<HTMLButtonElement>(`button[form="reception"][value="${value}"]`)?.click()
  const keys: Bindings = {
    extra: {
      f6: () => document.querySelector<HTMLElement>('#change-procedure a')?.click(),
      f7: () => document.getElementById('the')?.focus(),
      f8: () => form.current?.querySelector<HTMLElement>('input[type=file]')?.click(),
      f9: () => press('xem'),
      f10: () => press('nhan'),
    },
  }
  const hints: Hint[] = [
    { caps: ['F6'], text: t(words.keyProcedure) },
    { caps: ['F7'], text: t(words.keyCard) },
    { caps: ['F8'], text: t(words.keyScan) },
    { caps: ['F9'], text: t(words.keyCheck) },
    { caps: ['F10'], text: t(isAssisted ? words.keyFile : words.keyReceive) },
  ]
  const send = { kind: 'primary', cap: 'F10' } as const
  const sendText = t(isAssisted ? words.file : words.receive)
  const sendIcon = isAssisted ? 'send' : 'printer'
  const head = (
    <PageHead
      title={say(prepared.name, language)}
      text={t(isAssisted ? words.online : prepared.counters.length > 1 ? words.several : words.decides, {
        code: prepared.code,
        owner: prepared.ownerName ?? '',
      })}
      right={
        <span id="change-procedure">
          <Act kind="link" text={t(words.change)} cap="F6" href={receptionHref({ isAssisted })} />
        </span>
      }
    />
  )
  return (
    <CounterPage head={head} keys={keys} hints={hints}>
      {desk && <DeskStrip view={desk} />}
      <Panes shape="side">
        <Pane
          label={t(words.middle)}
          foot={
            <ActionRow left={<SavedState saving={saving} />}>
              <Act
                text={t(isAssisted ? words.lacks : words.cannot)}
                cap="F9"
                form="reception"
                name="lam-gi"
                value="xem"
              />
              {busy || uploading ? (
                <Act {...send} icon={sendIcon} text={sendText} refused={t(busy ? words.busy : words.uploading)} />
              ) : (
                <Act {...send} icon={sendIcon} text={sendText} form="reception" name="lam-gi" value="nhan" />
              )}
            </ActionRow>
          }
        >
          <Form ref={form} id="reception" method="post" action={address} onInput={later}>
            <FormToken />
            <SendOnce />
            {/* Enter looks the form through; it never files it, and never takes out a row. */}
            <button type="submit" name="lam-gi" value="xem" className="unseen" tabIndex={-1} aria-hidden="true" />
            <WhyStopped saving={saving} />
            {error && (
              <Block>
                <NoteBox tone="late" icon="alert-circle" title={t(counterWords.wrong)} live>
                  <p>{error}</p>
                </NoteBox>
              </Block>
            )}
            {prepared.counters.length > 1 && (
              <Block>
                <RadioChips
                  name={typedNames.counter}
                  legend={t(isAssisted ? words.helpedAt : words.counters)}
                  value={counterId}
                  onValue={setCounterId}
                  options={prepared.counters.map(({ id, name }) => ({ value: id, text: name }))}
                />
              </Block>
            )}
            <Applicant
              typed={typed}
              onTyped={setTyped}
              onLeave={onLeave}
              note={note}
              places={places}
              onCard={(text) =>
                void card.submit(
                  { ...token, 'lam-gi': 'doc-the', 'the-can-cuoc': text },
                  { method: 'post', action: address },
                )
              }
            />
            {prepared.needsPlace && (
              <PlaceOfFiling
                typed={posted?.get(typedNames.place) ?? undefined}
                counter={counter}
                lookups={lookups}
                places={places}
              />
            )}
            <Block title={t(words.form)}>
              <DenseForm
                key={filled.version}
                language={language}
                form={prepared.form}
                lookups={lookupData}
                start={filled.answers}
                typed={filled.version === 0 && again?.answers === undefined ? posted : undefined}
                places={places}
                onAnswers={changed(setAnswers)}
              />
            </Block>
            {prepared.coApplicants && isTogether && (
              <CoApplicants
                declared={prepared.coApplicants}
                named={named}
                onNamed={changed(setNamed)}
                offered={peopleInForm(prepared.form, answers, [
                  typed.personalId,
                  ...named.map((one) => one.personalId),
                ])}
                places={places}
              />
            )}
            <Block title={t(words.papers)} count={t(words.paperCount, { count: papers.length })}>
              <ReuseLink draftId={at.draftId} settle={settle} />
              <PapersTable
                papers={papers}
                files={files}
                onFiles={changed(setFiles)}
                onPaper={posted?.getAll('ban-giay') ?? []}
                mayBePaper={!isAssisted}
                places={places}
                onBusy={setUploading}
                draftId={at.draftId}
                settle={settle}
              />
            </Block>
            <ResultAndFees fees={follows.fees} counterName={counter.name} isAssisted={isAssisted} posted={posted} />
            {isAssisted && (
              <Declaration confirmed={posted?.get(typedNames.confirmed) ?? ''} name={typed.fullName} places={places} />
            )}
          </Form>
        </Pane>
        <Pane label={t(words.right)} ground="ground" still>
          <Appointment promised={follows.promised} days={follows.days} limitUnit={follows.limitUnit} />
          {isAssisted && (
            <Block small>
              <p className="quiet">{t(words.ifReceived)}</p>
            </Block>
          )}
          {(again?.checked || (error !== undefined && places.length > 0)) && (
            <WhatIsMissing form={prepared.form} places={places} isAssisted={isAssisted} isSheetReady={isSheetReady} />
          )}
          {isSheetReady && <SheetToSign {...toConfirm} counterName={counter.name} />}
          {!isAssisted && again?.checked === true && places.length === 0 && (
            <Block>
              <ConfirmTyped {...toConfirm} />
            </Block>
          )}
          {!isAssisted && <SlipPicture text={kept} code={prepared.code} counterId={counterId} lookups={lookups} />}
        </Pane>
      </Panes>
    </CounterPage>
  )
}
