import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  useNavigate,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { useEffect, useState } from 'react'
import { dateAt } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import { useKeys, hintOf } from '#ui/keymap.ts'
import { DeadlineBadge, NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow, IconButton } from '#ui/office/Button.tsx'
import { Check, FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { useOffice, useSay } from '../use-office.ts'
import { writeDone } from '../acts/done.ts'
import { dossierHref } from './address.ts'
import { ApplicantReads } from './ApplicantReads.tsx'
import { pinChoices, type PinChoice } from './pin-choices.ts'
import { forgetDraft, keepDraft, useKeptDraft } from './supplement-draft.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'
import { FormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Ask the applicant to supplement' },
  once: { vi: 'Chỉ được yêu cầu một lần, hãy ghim đủ', en: 'Only one request is allowed: pin everything' },
  back: { vi: 'Hồ sơ', en: 'Dossier' },
  find: { vi: 'Tìm trường, giấy tờ', en: 'Find a place' },
  fields: { vi: 'Trường dữ liệu', en: 'Fields' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  places: { vi: 'Chỗ phải sửa', en: 'Places' },
  count: { vi: '{count} chỗ phải sửa', en: '{count} places to put right' },
  each: {
    vi: 'Mỗi chỗ cần một câu nói rõ sai gì, sửa thế nào',
    en: 'Each needs a sentence: what is wrong, and how to put it right',
  },
  now: { vi: 'đang ghi {value}', en: 'now {value}' },
  empty: { vi: 'đang bỏ trống', en: 'now empty' },
  reason: { vi: 'Sai gì, sửa thế nào: {label}', en: 'What is wrong: {label}' },
  unpin: { vi: 'Bỏ ghim {label}', en: 'Unpin {label}' },
  none: { vi: 'Chưa ghim chỗ nào', en: 'Nothing pinned' },
  noneText: {
    vi: 'Chọn trường dữ liệu hoặc giấy tờ ở bên trái. Người nộp chỉ thấy đúng những chỗ đó.',
    en: 'Choose fields or papers at the left. The applicant sees only these.',
  },
  samples: { vi: 'Câu mẫu', en: 'Sentences' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  days: { vi: 'Số ngày làm việc chờ người nộp', en: 'Working days for the applicant' },
  stops: {
    vi: 'Gửi xong, hồ sơ dừng tính giờ. Khi người nộp gửi lại, giờ chạy tiếp.',
    en: 'Once sent the clock stands; it goes on when the applicant answers.',
  },
  reads: { vi: 'Người nộp sẽ đọc', en: 'What the applicant will read' },
  missing: { vi: 'Còn {count} chỗ chưa ghi lý do', en: '{count} places have no reason yet' },
  noReason: { vi: 'chưa ghi lý do', en: 'no reason yet' },
  send: { vi: 'Gửi yêu cầu bổ sung', en: 'Send the request' },
  choose: { vi: 'Ghim các chỗ đã chọn', en: 'Pin what is ticked' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  told: { vi: 'Báo qua: Cổng dịch vụ công, thư điện tử', en: 'Told by: the portal, e-mail' },
  draft: { vi: 'Mở bản nháp chưa gửi ({count} chỗ)', en: 'Open the unsent draft ({count})' },
  kept: { vi: 'Đang giữ bản nháp trên máy này', en: 'Kept on this machine' },
  off: { vi: 'Lúc này không yêu cầu bổ sung được', en: 'No request can be made now' },
} as const satisfies Record<string, Words>

/** Sentences that officials write most often; put behind what is typed in the place last worked on. */
const samples: readonly Words[] = [
  { vi: 'Bản quét thiếu trang. Đề nghị nộp lại đủ các trang.', en: 'Pages are missing. Please file all pages again.' },
  {
    vi: 'Ảnh mờ, không đọc được. Đề nghị chụp hoặc quét lại rõ nét.',
    en: 'The picture cannot be read. Please take it again.',
  },
  {
    vi: 'Giấy tờ đã hết hiệu lực. Đề nghị nộp bản còn hiệu lực.',
    en: 'The paper has expired. Please file a valid one.',
  },
  {
    vi: 'Thông tin chưa khớp với giấy tờ kèm theo. Đề nghị ghi lại đúng như giấy tờ.',
    en: 'This differs from the papers. Please state it as on the papers.',
  },
  {
    vi: 'Chưa có chữ ký, con dấu theo quy định. Đề nghị ký, đóng dấu rồi nộp lại.',
    en: 'Signature or seal is missing.',
  },
]
const sampleNames: readonly Words[] = [
  { vi: 'Thiếu trang', en: 'Pages missing' },
  { vi: 'Ảnh mờ', en: 'Unreadable' },
  { vi: 'Hết hiệu lực', en: 'Expired' },
  { vi: 'Không khớp', en: 'Differs' },
  { vi: 'Thiếu chữ ký', en: 'No signature' },
]

const usualDays = 10
const mostDays = 60

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const query = new URL(args.request.url).searchParams
  const dossier = await page.client.services.getDossier({ id })
  const wanted = query.get('buoc')
  const dueDays = await page.client.calendar.listWorkingDays({ after: dateAt(new Date()), count: mostDays })
  const offers = dossier.allowed.filter((one) => one.action === 'supplement')
  return {
    dossier,
    pins: query.getAll('ghim'),
    offer: offers.find((one) => one.step === wanted) ?? offers[0],
    dueDays,
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  const paths = form.getAll('ghim').map(String)
  const basis = textOf(form, 'basis')
  try {
    await page.client.services.askSupplement({
      id,
      step: textOf(form, 'step'),
      revision: Number(textOf(form, 'revision')),
      pins: paths.map((path) => ({ path, reason: textOf(form, `reason.${path}`) })),
      ...(basis ? { basis } : {}),
      days: Number(textOf(form, 'days')) || usualDays,
    })
    return redirect(dossierHref({ id, done: writeDone({ what: 'supplement', about: '', at: Date.now(), undo: [] }) }))
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, words.title, loaderData?.dossier.code, officeWords.brand)

export default function SupplementPage() {
  const { dossier, pins, offer, dueDays } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const refused = useActionData<Refused>()?.refused
  const t = useSay()
  const navigate = useNavigate()
  const choices = pinChoices(dossier, language)
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    pins.filter((path) => choices.some((choice) => choice.path === path)),
  )
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() => typedReasons(refused))
  const [days, setDays] = useState(refused?.typed['days'] ?? String(usualDays))
  const [last, setLast] = useState<string>()
  const [text, setText] = useState('')
  const [isKept, setKept] = useState(false)
  const draft = useKeptDraft(dossier.id)
  const takeDraft = () => {
    if (draft === undefined) return
    setChosen([...new Set([...chosen, ...draft.chosen])])
    setReasons({ ...draft.reasons, ...reasons })
  }
  const backHref = `/can-bo/ho-so/${dossier.id}`
  useEffect(() => {
    if (chosen.length === 0) return
    const timer = setTimeout(() => setKept(keepDraft(dossier.id, { chosen, reasons })), 1000)
    return () => clearTimeout(timer)
  }, [dossier.id, chosen, reasons])
  const toggle = (path: string) => {
    setChosen((before) => (before.includes(path) ? before.filter((one) => one !== path) : [...before, path]))
    setLast(path)
  }
  const pinned = chosen.flatMap((path) => choices.find((choice) => choice.path === path) ?? [])
  const missing = pinned.filter((choice) => (reasons[choice.path] ?? '').trim().length < 3)
  useKeys({
    back: () => void navigate(backHref),
    send: () => missing.length === 0 && document.querySelector<HTMLFormElement>('form#supplement')?.requestSubmit(),
  })
  const sentence = (sample: Words) => () => {
    const path = last !== undefined && chosen.includes(last) ? last : (missing[0]?.path ?? chosen.at(-1))
    if (path !== undefined)
      setReasons((before) => ({ ...before, [path]: `${before[path] ? `${before[path]} ` : ''}${t(sample)}` }))
  }
  const head = (
    <PageHead
      back={{ href: backHref, text: t(words.back) }}
      title={t(words.title)}
      text={`${dossier.enterpriseName ?? dossier.applicantName} · ${dossier.code}`}
      right={
        <DeadlineBadge tone="waiting" icon="user-question">
          {t(words.once)}
        </DeadlineBadge>
      }
    />
  )
  if (offer === undefined || offer.refused)
    return (
      <OfficePage rail>
        {head}
        <Panes shape="one">
          <Pane label={t(words.title)}>
            <EmptyState
              icon="ban"
              tone="paused"
              title={t(words.off)}
              text={offer?.refused && t(offer.refused)}
              actions={<Act icon="arrow-left" text={t(words.back)} href={backHref} />}
            />
          </Pane>
        </Panes>
      </OfficePage>
    )
  return (
    <OfficePage rail hints={[hintOf('send', language), hintOf('back', language)]}>
      {head}
      <Panes shape="edit">
        <Pane label={t(words.fields)} ground="ground">
          <Form method="get" id="choose">
            <input type="hidden" name="buoc" value={offer.step} />
            <Block>
              <TextField
                name="tim-cho"
                label={t(words.find)}
                labelUnseen
                type="search"
                icon="search"
                placeholder={t(words.find)}
                value={text}
                onText={setText}
              />
            </Block>
            {[...new Set(choices.map((choice) => choice.page))].map((page) => (
              <Choices
                key={page ?? ''}
                title={page ?? t(words.papers)}
                choices={choices.filter((choice) => choice.page === page)}
                text={text}
                chosen={chosen}
                onToggle={toggle}
              />
            ))}
            <noscript>
              <Act text={t(words.choose)} />
            </noscript>
          </Form>
        </Pane>
        <Pane
          label={t(words.places)}
          foot={
            <ActionRow left={<span className="quiet">{isKept ? t(words.kept) : t(words.told)}</span>}>
              <Act text={t(words.cancel)} cap="Esc" href={backHref} />
              <Act
                kind="primary"
                icon="send"
                text={t(words.send)}
                cap="Ctrl Enter"
                form="supplement"
                {...((pinned.length === 0 || missing.length > 0) && {
                  refused: pinned.length === 0 ? t(words.none) : t(words.missing, { count: missing.length }),
                })}
              />
            </ActionRow>
          }
        >
          <Form method="post" id="supplement" onSubmit={() => forgetDraft(dossier.id)}>
            <FormToken />
            <SendOnce />
            <input type="hidden" name="step" value={offer.step} />
            <input type="hidden" name="revision" value={dossier.revision} />
            <Block
              title={pinned.length === 0 ? t(words.none) : t(words.count, { count: pinned.length })}
              note={t(words.each)}
            >
              {refused && <RefusedNote language={language} refused={refused} />}
              {pinned.length === 0 && <p className="quiet">{t(words.noneText)}</p>}
              {pinned.length === 0 && draft && (
                <Act icon="history" text={t(words.draft, { count: draft.chosen.length })} onAct={takeDraft} />
              )}
            </Block>
            {pinned.map((choice) => (
              <Block
                key={choice.path}
                small
                title={choice.label}
                note={choice.value ? t(words.now, { value: choice.value }) : t(words.empty)}
                right={
                  <IconButton
                    icon="x"
                    label={t(words.unpin, { label: choice.label })}
                    onAct={() => toggle(choice.path)}
                  />
                }
              >
                <input type="hidden" name="ghim" value={choice.path} />
                <div onFocus={() => setLast(choice.path)}>
                  <TextField
                    name={`reason.${choice.path}`}
                    label={t(words.reason, { label: choice.label })}
                    labelUnseen
                    rows={2}
                    value={reasons[choice.path] ?? ''}
                    onText={(typed) => setReasons((before) => ({ ...before, [choice.path]: typed }))}
                    error={refused && (reasons[choice.path] ?? '').trim().length < 3 ? t(words.noReason) : undefined}
                    autoFocus={choice.path === last}
                    required
                  />
                </div>
              </Block>
            ))}
            {pinned.length > 0 && (
              <Block>
                <FilterChips
                  label={t(words.samples)}
                  chips={samples.map((sample, at) => ({ text: t(sampleNames[at] as Words), onAct: sentence(sample) }))}
                />
              </Block>
            )}
            <Block>
              <FieldRow>
                <TextField
                  name="basis"
                  label={t(words.basis)}
                  icon="scale"
                  value={refused?.typed['basis']}
                  placeholder="…/NĐ-CP"
                />
                <TextField
                  name="days"
                  label={t(words.days)}
                  icon="calendar"
                  type="number"
                  value={days}
                  onText={setDays}
                />
              </FieldRow>
              <NoteBox tone="waiting" icon="player-pause">
                {t(words.stops)}
              </NoteBox>
            </Block>
          </Form>
        </Pane>
        <Pane label={t(words.reads)} ground="desk" still>
          <ApplicantReads
            code={dossier.code}
            pinned={pinned}
            reasons={reasons}
            due={dueDays[Math.min(mostDays, Math.max(1, Math.round(Number(days)) || usualDays)) - 1]}
          />
        </Pane>
      </Panes>
    </OfficePage>
  )
}

interface ChoicesProps {
  readonly title: string
  readonly choices: readonly PinChoice[]
  readonly text: string
  readonly chosen: readonly string[]
  readonly onToggle: (path: string) => void
}

function Choices({ title, choices, text, chosen, onToggle }: ChoicesProps) {
  const wanted = fold(text).split(' ').filter(Boolean)
  const shown = choices.filter(
    (choice) => chosen.includes(choice.path) || wanted.every((word) => fold(choice.label).includes(word)),
  )
  if (shown.length === 0) return null
  return (
    <Block title={title} small>
      {shown.map((choice) => (
        <Check
          key={choice.path}
          name="ghim"
          value={choice.path}
          checked={chosen.includes(choice.path)}
          onCheck={() => onToggle(choice.path)}
          strong={chosen.includes(choice.path)}
        >
          {choice.short}
        </Check>
      ))}
    </Block>
  )
}

function typedReasons(refused: Refused['refused'] | undefined): Record<string, string> {
  const given = Object.entries(refused?.typed ?? {}).filter(([name]) => name.startsWith('reason.'))
  return Object.fromEntries(given.map(([name, value]) => [name.slice('reason.'.length), value]))
}
