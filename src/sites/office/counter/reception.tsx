import { useEffect, useMemo, useRef, useState } from 'react'
import {
  Form,
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigate,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showDong } from '#values/money.ts'
import { lowerFirst } from '#values/text.ts'
import { say, type Words } from '#values/words.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import { lookupDataFor, lookupsFrom } from '#engines/forms/web/index.ts'
import type { Bindings, Hint } from '#ui/keymap.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { RadioChips } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState, Failure } from '#ui/office/States.tsx'
import { staffPage, tried } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { Applicant } from './Applicant.tsx'
import { answersAbout, laidOver, typedIn } from './applicant.ts'
import { answersNow } from './answers-now.ts'
import { Appointment } from './Appointment.tsx'
import { ChooseProcedure } from './ChooseProcedure.tsx'
import { CounterPage } from './CounterPage.tsx'
import { DenseForm } from './DenseForm.tsx'
import { filesIn, unknownPapers, useKept } from './papers-asked.ts'
import { PapersTable, type Files } from './PapersTable.tsx'
import { noApplicant } from './read-card.ts'
import { receive, type Again } from './receive.ts'
import { counterWords } from './words.ts'

const words = {
  title: { vi: 'Tiếp nhận hồ sơ tại quầy', en: 'Reception at the counter' },
  lead: {
    vi: 'Chọn thủ tục trước; tờ khai, giấy tờ và ngày hẹn theo thủ tục đó.',
    en: 'Choose the procedure first; form, papers and date follow.',
  },
  decides: { vi: '{code} · {owner} giải quyết', en: '{code} · decided by {owner}' },
  change: { vi: 'Đổi thủ tục', en: 'Change' },
  form: { vi: 'Tờ khai', en: 'Form' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  paperCount: { vi: '{count} loại', en: '{count} kinds' },
  resultAndFee: { vi: 'Trả kết quả và phí', en: 'Result and fee' },
  resultAt: { vi: 'Nhận kết quả tại {place}', en: 'The result is handed out at {place}' },
  channel: { vi: 'Nộp bằng cách', en: 'Handed in' },
  atCounter: { vi: 'Tại quầy', en: 'At the counter' },
  byPost: { vi: 'Bưu chính', en: 'By post' },
  noFee: { vi: 'Thủ tục này không thu phí, lệ phí.', en: 'No fee.' },
  atResult: { vi: 'thu khi trả kết quả', en: 'taken with the result' },
  cannot: { vi: 'Chưa nhận được…', en: 'Not yet…' },
  receive: { vi: 'Tiếp nhận, in giấy hẹn', en: 'Receive, print the slip' },
  receiving: { vi: 'Đang tiếp nhận…', en: 'Receiving…' },
  uploading: { vi: 'Chờ tệp gửi xong', en: 'Wait for the files' },
  slip: { vi: 'Giấy hẹn (Mẫu 01)', en: 'Slip (form 01)' },
  slipText: {
    vi: 'Bấm tiếp nhận xong thì in ở trang kế (F10), đã ghi tên {name}. Ngày hẹn trên giấy là ngày tính ở trên.',
    en: 'Printed right after reception, signed {name}. It bears the date above.',
  },
  complete: { vi: 'Đủ điều kiện tiếp nhận', en: 'Complete: can be received' },
  completeText: { vi: 'Tờ khai và giấy tờ đủ. Bấm F10 để tiếp nhận.', en: 'Form and papers are complete. Press F10.' },
  lacking: { vi: 'Chưa nhận được: còn {count} chỗ', en: 'Cannot be received: {count} places' },
  lackingText: {
    vi: 'Nói với người nộp những chỗ dưới đây. Hồ sơ đã nhận rồi mới thấy thiếu thì mở hồ sơ để in Mẫu 02 (bổ sung) hoặc Mẫu 03 (từ chối).',
    en: 'Tell the applicant. For a dossier already received, open it to print form 02 or 03.',
  },
  printList: { vi: 'In danh sách này', en: 'Print this list' },
  notSaved: { vi: 'Chưa lưu: giữ màn hình này đến khi tiếp nhận', en: 'Not saved: keep this screen until reception' },
  notHere: { vi: 'Không tiếp nhận được thủ tục này ở đây', en: 'This procedure is not received here' },
  ask: { vi: 'Mã để hỏi: {code}', en: 'Number to ask with: {code}' },
  other: { vi: 'Chọn thủ tục khác', en: 'Choose another' },
  right: { vi: 'Ngày hẹn và giấy hẹn', en: 'Appointment and slip' },
  middle: { vi: 'Hồ sơ đang nhận', en: 'Dossier being received' },
  keyProcedure: { vi: 'thủ tục', en: 'procedure' },
  keyCard: { vi: 'đọc thẻ', en: 'card' },
  keyScan: { vi: 'quét', en: 'scan' },
  keyCheck: { vi: 'còn thiếu gì', en: 'what is missing' },
  keyReceive: { vi: 'tiếp nhận', en: 'receive' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  const query = new URL(args.request.url).searchParams
  const code = query.get('thu-tuc') ?? ''
  if (code === '') {
    const text = (query.get('tim') ?? '').trim()
    const unitId = page.call.actor.post?.unitId
    const found = await tried(page, () =>
      Promise.all([
        client.services.findProcedures({ text: text === '' ? undefined : text.slice(0, 200), limit: 200 }),
        unitId === undefined ? undefined : client.directory.getUnit({ id: unitId }),
      ]),
    )
    if ('failed' in found) return { choose: undefined, failed: found.failed, ready: undefined }
    const [{ rows }, unit] = found.value
    return {
      choose: { text, tier: unit?.tier, found: rows.filter((one) => one.isComplete) },
      failed: undefined,
      ready: undefined,
    }
  }
  const ready = await tried(page, async () => {
    const [prepared, all] = await Promise.all([
      client.services.prepareReception({ code }),
      client.services.getLookups({}),
    ])
    const fields = prepared.form.pages.flatMap((one) => one.fields)
    return { prepared, lookups: { ...lookupDataFor(fields, all), communes: all.communes } }
  })
  return {
    choose: undefined,
    failed: 'failed' in ready ? ready.failed : undefined,
    ready: 'failed' in ready ? undefined : ready.value,
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  return receive(page, new URL(args.request.url).searchParams.get('thu-tuc') ?? '', await args.request.text())
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.ready?.prepared.name.vi ?? words.title.vi} – Liên Thông` },
]

export default function Reception() {
  const { choose, failed, ready } = useLoaderData<typeof loader>()
  const t = useSay()
  const navigate = useNavigate()
  const keys: Bindings = {
    extra: {
      f6: () => (document.querySelector<HTMLElement>('#tim') ?? { focus: () => void navigate('/can-bo/quay') }).focus(),
    },
  }
  if (ready !== undefined) return <Receiving key={ready.prepared.code} {...ready} />
  return (
    <CounterPage
      rail={false}
      head={<PageHead title={t(words.title)} text={t(words.lead)} />}
      keys={keys}
      hints={[{ caps: ['F6'], text: t(words.keyProcedure) }]}
    >
      {failed || choose === undefined ? (
        <Failure
          title={t(words.notHere)}
          text={failed ? t(failed.words) : ''}
          actions={<Act kind="primary" text={t(words.other)} href="/can-bo/quay" />}
          incident={failed && t(words.ask, { code: failed.incident })}
        />
      ) : (
        <ChooseProcedure {...choose} />
      )}
    </CounterPage>
  )
}

type Ready = NonNullable<Awaited<ReturnType<typeof loader>>['ready']>

/** The whole of one reception on one screen; nothing typed is lost when something is still missing. */
function Receiving({ prepared, lookups: lookupData }: Ready) {
  const { language, me } = useOffice()
  const t = useSay()
  const navigation = useNavigation()
  const again = useActionData<typeof action>()
  const card = useFetcher<Again>()
  const form = useRef<HTMLFormElement>(null)
  const lookups = useMemo(() => lookupsFrom(lookupData), [lookupData])
  const [posted] = useState(() => (again?.post === undefined ? undefined : new URLSearchParams(again.post)))
  const [typed, setTyped] = useState(() => again?.card?.typed ?? (posted === undefined ? noApplicant : typedIn(posted)))
  const [files, setFiles] = useState<Files>(() => filesIn(posted))
  const [uploading, setUploading] = useState(false)
  const [filled, setFilled] = useState(() => ({
    version: 0,
    answers: again?.answers ?? (posted === undefined ? {} : answersNow(prepared.form, {}, posted, lookups)),
  }))
  const read = card.data?.card
  const note = (read ?? again?.card)?.note
  const busy = navigation.state !== 'idle' && navigation.formData?.get('lam-gi') === 'nhan'

  // What the card says goes into the applicant's fields, and where the form asks for the same, into the form.
  const taken = useRef(read)
  useEffect(() => {
    if (read === undefined || read === taken.current || form.current === null) return
    taken.current = read
    setTyped(read.typed)
    if (read.note === 'unreadable') return
    const now = answersNow(prepared.form, {}, new FormData(form.current), lookups)
    setFilled(({ version }) => ({
      version: version + 1,
      answers: laidOver(now, answersAbout(prepared.form, read.typed, lookups)),
    }))
  }, [read, prepared.form, lookups])

  // What is typed of the applicant by hand goes into the form as well once the fields are left.
  const told = useRef('')
  const onLeave = () => {
    const about = answersAbout(prepared.form, typed, lookups)
    const said = JSON.stringify(about)
    if (said === told.current || form.current === null) return
    told.current = said
    const now = answersNow(prepared.form, {}, new FormData(form.current), lookups)
    const answers = laidOver(now, about)
    if (JSON.stringify(answers) === JSON.stringify(now)) return
    requestAnimationFrame(() => {
      const { id } = document.activeElement ?? {}
      setFilled(({ version }) => ({ version: version + 1, answers }))
      requestAnimationFrame(() => id && document.getElementById(id)?.focus())
    })
  }

  const places = again?.places ?? []
  const error = again?.error
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
    { caps: ['F10'], text: t(words.keyReceive) },
  ]
  const unknown = useKept(unknownPapers(places, prepared.papers))
  const head = (
    <PageHead
      title={say(prepared.name, language)}
      text={t(words.decides, { code: prepared.code, owner: prepared.ownerName })}
      right={
        <span id="change-procedure">
          <Act kind="link" text={t(words.change)} cap="F6" href="/can-bo/quay" />
        </span>
      }
    />
  )
  return (
    <CounterPage head={head} keys={keys} hints={hints}>
      <Panes shape="side">
        <Pane
          label={t(words.middle)}
          foot={
            <ActionRow left={<span className="quiet">{t(words.notSaved)}</span>}>
              <Act text={t(words.cannot)} cap="F9" form="reception" name="lam-gi" value="xem" />
              {busy || uploading ? (
                <Act
                  kind="primary"
                  icon="printer"
                  text={t(words.receive)}
                  cap="F10"
                  refused={t(busy ? words.receiving : words.uploading)}
                />
              ) : (
                <Act
                  kind="primary"
                  icon="printer"
                  text={t(words.receive)}
                  cap="F10"
                  form="reception"
                  name="lam-gi"
                  value="nhan"
                />
              )}
            </ActionRow>
          }
        >
          <Form
            ref={form}
            id="reception"
            method="post"
            action={`/can-bo/quay?thu-tuc=${encodeURIComponent(prepared.code)}`}
          >
            {/* Enter looks the form through; it never files it, and never takes out a row. */}
            <button type="submit" name="lam-gi" value="xem" className="unseen" tabIndex={-1} aria-hidden="true" />
            {error && (
              <NoteBox tone="late" icon="alert-circle" title={t(counterWords.wrong)} live>
                <p>{error}</p>
              </NoteBox>
            )}
            <Applicant
              typed={typed}
              onTyped={setTyped}
              onLeave={onLeave}
              note={note}
              places={places}
              onCard={(text) =>
                void card.submit(
                  { 'lam-gi': 'doc-the', 'the-can-cuoc': text },
                  { method: 'post', action: `/can-bo/quay?thu-tuc=${encodeURIComponent(prepared.code)}` },
                )
              }
            />
            <Block title={t(words.form)}>
              <DenseForm
                key={filled.version}
                language={language}
                form={prepared.form}
                lookups={lookupData}
                start={filled.answers}
                typed={filled.version === 0 && again?.answers === undefined ? posted : undefined}
                places={places}
              />
            </Block>
            <Block
              title={t(words.papers)}
              count={t(words.paperCount, { count: prepared.papers.length + unknown.length })}
            >
              <PapersTable
                papers={[...prepared.papers, ...unknown]}
                files={files}
                onFiles={setFiles}
                onPaper={posted?.getAll('ban-giay') ?? []}
                places={places}
                onBusy={setUploading}
              />
            </Block>
            <Block title={t(words.resultAndFee)}>
              <div className="fee-choices">
                <p>{t(words.resultAt, { place: prepared.receiverName })}</p>
                <RadioChips
                  name="kenh-nop"
                  legend={t(words.channel)}
                  value={posted?.get('kenh-nop') ?? 'counter'}
                  options={[
                    { value: 'counter', text: t(words.atCounter) },
                    { value: 'post', text: t(words.byPost) },
                  ]}
                />
                {prepared.fees.length === 0 && <p className="quiet">{t(words.noFee)}</p>}
                {prepared.fees.map((fee) => (
                  <RadioChips
                    key={fee.id}
                    name={`phi-${fee.id}`}
                    legend={`${say(fee.name, language)} ${showDong(fee.amount)}${fee.payAt === 'result' ? ` (${t(words.atResult)})` : ''}`}
                    value={posted?.get(`phi-${fee.id}`) ?? ''}
                    options={[
                      { value: '', text: t(counterWords.notPaid) },
                      { value: 'cash', text: t(counterWords.cash), icon: 'coin' },
                      { value: 'transfer', text: t(counterWords.transfer), icon: 'qrcode' },
                    ]}
                  />
                ))}
              </div>
            </Block>
          </Form>
        </Pane>
        <Pane label={t(words.right)} ground="ground" still>
          <Appointment promised={prepared.promised} days={prepared.days} />
          {(again?.checked || (error !== undefined && places.length > 0)) && (
            <Block>
              {places.length === 0 ? (
                <EmptyState title={t(words.complete)} text={t(words.completeText)} />
              ) : (
                <NoteBox tone="soon" icon="alert-triangle" title={t(words.lacking, { count: places.length })} live edge>
                  <ul className="missing-list">
                    {places.map((place) => (
                      <li key={place.path}>
                        <a href={`#${place.path}`} onClick={() => document.getElementById(place.path)?.focus()}>
                          {placeText(prepared.form, place, language)}
                        </a>
                      </li>
                    ))}
                  </ul>
                  <p className="quiet">{t(words.lackingText)}</p>
                  <Act icon="printer" text={t(words.printList)} onAct={() => window.print()} />
                </NoteBox>
              )}
            </Block>
          )}
          <Block title={t(words.slip)} small>
            <p className="quiet">{t(words.slipText, { name: me.name })}</p>
          </Block>
        </Pane>
      </Panes>
    </CounterPage>
  )
}

function placeText(form: Ready['prepared']['form'], place: Again['places'][number], language: 'vi' | 'en'): string {
  const label = fieldAt(form, place.path)?.label
  const [first = ''] = say(place.message, language).split('. ')
  return label === undefined ? first : `${say(label, language)}: ${lowerFirst(first)}`
}
