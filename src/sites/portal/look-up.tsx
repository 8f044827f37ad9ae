import { data, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate, showInstant } from '#values/show-time.ts'
import { Problem } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'
import { Named } from '#ui/Named.tsx'

const words = {
  title: { vi: 'Hồ sơ đến đâu rồi?', en: 'Where is the dossier?' },
  lead: {
    vi: 'Chỉ xem được tình trạng và ngày hẹn. Muốn xem giấy tờ thì đăng nhập.',
    en: 'Shows state and dates only. Sign in to see papers.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  codeHint: { vi: 'In trên giấy hẹn, ví dụ H02.14-201124-0037', en: 'On the receipt, such as H02.14-201124-0037' },
  phone: { vi: '4 số cuối điện thoại đã khai', en: 'Last 4 digits of the phone given' },
  see: { vi: 'Xem hồ sơ', en: 'Show' },
  wrong: { vi: 'Chưa xem được', en: 'Cannot show it' },
  notFound: {
    vi: 'Không thấy hồ sơ nào có mã và số điện thoại này. Xem lại từng chữ số.',
    en: 'No dossier has this code and phone. Check each digit.',
  },
  shape: { vi: 'Cần đủ mã hồ sơ và 4 chữ số', en: 'Give the code and 4 digits' },
  filed: { vi: 'Nộp lúc', en: 'Filed' },
  promised: { vi: 'Hẹn trả', en: 'Due' },
  who: { vi: 'Ai đang làm', en: 'Who acts' },
  state: {
    open: { vi: 'Đang giải quyết', en: 'In progress' },
    'waiting-applicant': { vi: 'Chờ người nộp', en: 'Waiting for the applicant' },
    paused: { vi: 'Tạm dừng', en: 'Paused' },
    ended: { vi: 'Đã xong', en: 'Finished' },
  },
  notYet: { vi: 'Chưa có, sẽ báo khi tiếp nhận', en: 'Not yet; told on reception' },
}

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const code = (query.get('ma') ?? args.params['code'] ?? '').trim()
  const phoneEnd = (query.get('dt') ?? '').trim()
  if (!query.has('dt')) return { language, code, phoneEnd, error: undefined, dossier: undefined }
  try {
    return {
      language,
      code,
      phoneEnd,
      error: undefined,
      dossier: await client.services.lookUpDossier({ code, phoneEnd }),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const said = error.code === 'notFound' ? words.notFound : error.code === 'invalidInput' ? words.shape : error.words
    return data({ language, code, phoneEnd, error: say(said, language), dossier: undefined }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  titled(matches, words.title, loaderData?.error !== undefined)

export default function LookUp() {
  const { language, code, phoneEnd, error, dossier } = useLoaderData<typeof loader>()
  const t = (one: Words) => say(one, language)
  const states = words.state as Readonly<Record<string, Words>>
  return (
    <PortalPage narrow>
      {error && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'ma', text: error }]} />}
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      {dossier && (
        <ActionCard
          tone={tone(dossier.status)}
          badge={<StatusBadge tone={tone(dossier.status)}>{t(states[dossier.status] ?? words.title)}</StatusBadge>}
          title={dossier.procedureName}
          facts={[
            { term: t(words.code), value: dossier.code },
            { term: t(words.filed), value: showInstant(dossier.filedAt, language) },
            {
              term: t(words.promised),
              value: dossier.promised ? showFullDate(dateAt(dossier.promised), language) : t(words.notYet),
            },
            { term: t(words.who), value: <Named>{dossier.whoActs}</Named> },
          ]}
        >
          <p>{t(dossier.nextWords)}</p>
        </ActionCard>
      )}
      <form method="get" action="/tra-cuu" className="stack">
        <TextField
          language={language}
          name="ma"
          label={t(words.code)}
          hint={t(words.codeHint)}
          value={code}
          error={error}
          required
        />
        <TextField
          language={language}
          name="dt"
          label={t(words.phone)}
          value={phoneEnd}
          inputMode="numeric"
          maxLength={4}
          width="short"
          required
        />
        <Button>{t(words.see)}</Button>
      </form>
    </PortalPage>
  )
}

const tone = (status: string) => (status === 'waiting-applicant' ? 'waiting' : status === 'open' ? 'good' : 'paused')
