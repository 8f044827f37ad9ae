import { data, redirect, useActionData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import { showDong } from '#values/money.ts'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import { showSize } from '#values/show-size.ts'
import { fill, say, type Words } from '#values/words.ts'
import { weekInWords } from '#engines/calendar/contract.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { FormSummary } from '#engines/forms/web/index.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import { sayExemption } from '#engines/services/contract.ts'
import { declaration } from '#engines/services/web/index.ts'
import { BackLink } from '#ui/portal/Breadcrumbs.tsx'
import { Button } from '#ui/portal/Button.tsx'
import { Card } from '#ui/portal/Cards.tsx'
import { CheckField } from '#ui/portal/ChoiceCards.tsx'
import { Columns, PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { MoneyLines, SummaryFiles, SummaryList } from '#ui/portal/SummaryList.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { CoApplicantList, howTold } from '../CoApplicantList.tsx'
import { isPhoto, PaperPicture } from '../PaperPicture.tsx'
import { cutOffWords } from '../words.ts'
import { FilingFrame } from './FilingFrame.tsx'
import { stepBefore, stepsOf, togetherStep, type Draft } from './steps.ts'
import { useDraft } from './use-draft.ts'
import { Title } from '../title.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Kiểm tra rồi gửi', en: 'Check and send' },
  lead: {
    vi: 'Xem lại một lượt. Sai ở đâu thì bấm Sửa ở đó, các câu khác giữ nguyên.',
    en: 'Look it over. Press Change where something is wrong; the rest stays.',
  },
  change: { vi: 'Sửa', en: 'Change' },
  where: { vi: 'Nơi nộp', en: 'Where' },
  hours: { vi: 'Giờ làm việc', en: 'Office hours' },
  receiver: { vi: 'Nơi tiếp nhận', en: 'Received at' },
  owner: { vi: 'Cơ quan giải quyết', en: 'Decided by' },
  place: { vi: 'Xã, phường, thị trấn', en: 'Commune' },
  together: { vi: 'Người cùng nộp', en: 'Who files with you' },
  said: { vi: 'Lời nhắn: {words}', en: 'They say: {words}' },
  papers: { vi: 'Giấy tờ gửi kèm', en: 'Papers' },
  files: { vi: '{count} tệp', en: 'Files: {count}' },
  photos: { vi: '{count} ảnh', en: 'Photos: {count}' },
  pages: { vi: '{count} trang', en: 'pages: {count}' },
  none: { vi: 'Chưa có tệp', en: 'No file yet' },
  generated: { vi: 'Hệ thống lập từ các câu trả lời', en: 'Made from your answers' },
  received: { vi: 'Đã nhận đủ', en: 'Received' },
  send: { vi: 'Gửi hồ sơ', en: 'Send' },
  sendTitle: { vi: 'Gửi hồ sơ', en: 'Send the application' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  exempt: { vi: 'Đề nghị: {ground}', en: 'You ask to be {ground}' },
  confirmed: {
    vi: 'Nơi tiếp nhận xem giấy tờ rồi báo ông/bà. Không được miễn, giảm thì phải trả đủ.',
    en: 'You are told once the proof was looked at. If it is refused, the full fee is due.',
  },
  payLater: { vi: 'Trả tại quầy. Chưa phải trả gì hôm nay.', en: 'Paid at the counter; nothing today.' },
  promised: { vi: '{unit} nhận hôm nay thì hẹn trả {day}.', en: 'If {unit} receives it today, it is due {day}.' },
  withdrawable: { vi: 'Gửi rồi vẫn rút lại được, ở trang của hồ sơ.', en: 'You can withdraw it later on its page.' },
  back: { vi: 'Quay lại', en: 'Back' },
  wrong: { vi: 'Chưa gửi được, còn {count} chỗ', en: 'Not sent yet: {count} places to check' },
} as const satisfies Record<string, Words>

export function loader(args: LoaderFunctionArgs) {
  mustBe(pageOf(args), 'citizen', args.url)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const form = await args.request.formData()
  try {
    const receipt = await client.services.submitDraft({
      id: args.params['id'] ?? '',
      declared: form.get('declared') === 'yes',
      version: textOf(form, 'version') || undefined,
    })
    return redirect(`/trang-cua-toi/ho-so/${receipt.id}/bien-nhan`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places = error.places.length > 0 ? error.places : [{ path: 'declared', message: error.words }]
    return data(
      { places: places.map((place) => ({ path: place.path, text: say(place.message, language) })) },
      { status: error.status },
    )
  }
}

export default function Summary() {
  const { language, draft } = useDraft()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const steps = stepsOf(draft, language)
  const href = (step: string) => `/nop/${draft.id}/${step}?ve=kiem-tra`
  return (
    <FilingFrame language={language} draft={draft} footer>
      <Title language={language} about={words.title} isWrong={failed !== undefined} />
      <form method="post" id="send">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="version" value={draft.version} />
        <Columns
          shape="facts"
          onPhone="last"
          aside={
            <SendCard
              draft={draft}
              t={t}
              day={showFullDate(dateAt(draft.promised), language)}
              error={failed?.places.find((place) => place.path === 'declared')?.text}
            />
          }
          asideLabel={t(words.sendTitle)}
        >
          <BackLink href={`/nop/${draft.id}/${stepBefore(steps, 'kiem-tra') ?? ''}`} text={t(words.back)} />
          {failed && (
            <ErrorSummary
              title={t(words.wrong, { count: failed.places.length })}
              errors={failed.places.map((place) => ({ fieldId: anchorOf(draft, place.path), text: place.text }))}
            />
          )}
          <PageTitle title={t(words.title)} lead={t(words.lead)} />
          {draft.needsPlace && (
            <SummaryList
              title={t(words.where)}
              rows={[
                {
                  term: t(words.place),
                  value: draft.placeName ?? '–',
                  change: { href: href('place'), text: t(words.change) },
                },
                { term: t(words.receiver), value: draft.receiverName ?? '–' },
                ...(draft.receiverHours === null
                  ? []
                  : [{ term: t(words.hours), value: weekInWords(draft.receiverHours, language) }]),
                { term: t(words.owner), value: draft.ownerName ?? '–' },
              ]}
            />
          )}
          <FormSummary
            language={language}
            pages={draft.summary}
            changeHref={(page) => href(page)}
            changeText={t(words.change)}
          />
          {draft.filedTogether && draft.filedTogether.named.length > 0 && (
            <div id="co-applicants">
              <CoApplicantList
                language={language}
                title={t(words.together)}
                people={draft.filedTogether.named.map(({ name, state, email, words: said }) => {
                  const told = howTold({ state, email })
                  const notes = [told && t(told), said && t(words.said, { words: said })].filter(Boolean)
                  return { name, state, ...(notes.length > 0 ? { note: notes.join(' ') } : {}) }
                })}
                change={{ href: href(togetherStep), text: t(words.change) }}
              />
            </div>
          )}
          <SummaryFiles
            title={t(words.papers)}
            files={draft.papers.map((paper) => ({
              name: t(paper.name),
              note: paper.generated ? t(words.generated) : saidFiles(paper.files, t),
              picture: <PaperPicture files={paper.files} />,
              badge: paper.files.some((file) => file.isBlocked) ? (
                <StatusBadge tone="late">{t(filesProblems.fileBlocked.message)}</StatusBadge>
              ) : paper.files.length > 0 ? (
                <StatusBadge tone="good">{t(words.received)}</StatusBadge>
              ) : undefined,
              link: paper.generated ? undefined : { href: href('giay-to'), text: t(words.change) },
            }))}
          />
        </Columns>
      </form>
    </FilingFrame>
  )
}

type Say = (one: Words, values?: Record<string, string | number>) => string

function SendCard({ draft, t, day, error }: { draft: Draft; t: Say; day: string; error: string | undefined }) {
  const total = draft.fees.reduce((sum, fee) => sum + fee.amount, 0)
  const isAsked = draft.fees.some(({ exemption }) => exemption !== undefined)
  return (
    <Card title={t(words.sendTitle)}>
      <MoneyLines
        lines={draft.fees.flatMap((fee) => [
          { text: t(fee.name), amount: showDong(fee.exemption?.fullAmount ?? fee.amount) },
          ...(fee.exemption === undefined
            ? []
            : [
                {
                  text: t(words.exempt, {
                    ground: t(sayExemption({ name: fee.exemption.groundName, ...fee.exemption })),
                  }),
                  amount: showDong(fee.amount - fee.exemption.fullAmount),
                },
              ]),
        ])}
        total={{ text: t(words.total), amount: showDong(total) }}
        note={isAsked ? t(words.confirmed) : total > 0 ? t(words.payLater) : undefined}
      />
      <p>{t(words.promised, { unit: draft.ownerName ?? draft.receiverName ?? '', day })}</p>
      {draft.sameDayUntil !== null && <p>{t(cutOffWords, { time: draft.sameDayUntil })}</p>}
      <CheckField name="declared" error={error}>
        {t(declaration)}
      </CheckField>
      <Button size="large" wide>
        {t(words.send)}
      </Button>
      <p className="note">{t(words.withdrawable)}</p>
    </Card>
  )
}

type Files = Draft['papers'][number]['files']

/** `2 ảnh, 3,1 MB`, `1 tệp, 12 trang, 640 KB`. */
function saidFiles(files: Files, t: Say): string {
  if (files.length === 0) return t(words.none)
  const pages = files.every((file) => file.pages !== null) ? files.reduce((sum, file) => sum + (file.pages ?? 0), 0) : 0
  return [
    t(files.every(isPhoto) ? words.photos : words.files, { count: files.length }),
    ...(pages > 0 ? [t(words.pages, { count: pages })] : []),
    showSize(files.reduce((sum, file) => sum + file.size, 0)),
  ].join(', ')
}

/** Where an error's link leads: the declaration and those who file too are here, the rest is named by its page's heading. */
const anchorOf = (draft: Draft, path: string): string =>
  path === 'declared'
    ? 'declared'
    : path.startsWith('co-applicants.')
      ? 'co-applicants'
      : (fieldAt(draft.form, path)?.page.id ?? path)
