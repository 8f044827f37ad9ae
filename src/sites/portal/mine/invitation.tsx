import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { FormSummary } from '#engines/forms/web/index.ts'
import { BackLink } from '#ui/portal/Breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { CheckField } from '#ui/portal/ChoiceCards.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { SummaryList } from '#ui/portal/SummaryList.tsx'
import { TextArea } from '#ui/portal/TextField.tsx'
import type { Client } from '#engines/contract.ts'
import { mustBe, pageOf, unlessGone } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { CoApplicantBadge, CoApplicantList } from '../CoApplicantList.tsx'
import { PaperFiles } from '../PaperFiles.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { EndedInvitation } from './EndedInvitation.tsx'
import { FormToken } from '../../FormToken.tsx'

type Invitation = Awaited<ReturnType<Client['services']['getInvitation']>>

const words = {
  mine: { vi: 'Trang của tôi', en: 'My page' },
  asks: { vi: '{name} mời ông/bà cùng nộp', en: '{name} asks you to file together' },
  as: { vi: 'Với tư cách: {called}', en: 'As: {called}' },
  todo: { vi: 'Ông/bà đọc hồ sơ, rồi xác nhận hoặc từ chối', en: 'Read it, then confirm or decline' },
  again: { vi: 'Hồ sơ đã sửa. Ông/bà đọc và xác nhận lại', en: 'It was changed. Read and confirm again' },
  done: { vi: 'Ông/bà đã xác nhận. {name} sẽ gửi hồ sơ', en: 'You have confirmed. {name} will send it' },
  kept: { vi: 'Lời mời giữ đến {day}.', en: 'Kept until {day}.' },
  ownLacks: {
    vi: 'Phần của ông/bà còn thiếu. Khai xong rồi xác nhận',
    en: 'Your page is not complete. Answer it, then confirm',
  },
  ownTodo: {
    vi: 'Ông/bà tự khai phần: {page}. Khai xong thì đọc lại rồi xác nhận.',
    en: 'You answer the page: {page}. Then read it all and confirm.',
  },
  ownDo: { vi: 'Khai phần của tôi', en: 'Answer my page' },
  ownChange: { vi: 'Sửa phần của tôi', en: 'Change my page' },
  lacks: {
    vi: 'Hồ sơ còn thiếu {count} chỗ. Người khác điền thêm sau khi ông/bà xác nhận thì ông/bà phải xác nhận lại.',
    en: '{count} places are still missing. What is filled in after you confirm has to be confirmed again.',
  },
  where: { vi: 'Nơi nộp', en: 'Where' },
  place: { vi: 'Xã, phường, thị trấn', en: 'Commune' },
  papers: { vi: 'Giấy tờ gửi kèm', en: 'Papers' },
  others: { vi: 'Người cùng nộp khác', en: 'Others who file too' },
  confirmTitle: { vi: 'Xác nhận cùng nộp', en: 'Confirm' },
  declare: {
    vi: 'Tôi đã đọc cả hồ sơ, những điều khai về tôi là đúng, và tôi đồng ý cùng nộp.',
    en: 'I have read all of it, what it says of me is true, and I agree to file together.',
  },
  wordsLabel: { vi: 'Lời nhắn (không bắt buộc)', en: 'A word to them (optional)' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  decline: { vi: 'Tôi không đồng ý', en: 'I do not agree' },
  declineAsk: {
    vi: 'Từ chối rồi thì ông/bà không xem được hồ sơ này nữa. Người nộp đọc được lý do.',
    en: 'After declining you no longer see it. The reason is shown to whoever asked you.',
  },
  why: { vi: 'Lý do', en: 'Why' },
  whyNeeded: { vi: 'Ghi vài chữ vì sao', en: 'Say why in a few words' },
  declineDo: { vi: 'Từ chối', en: 'Decline' },
  wrong: { vi: 'Chưa làm được', en: 'Not done' },
} as const satisfies Record<string, Words>

/** What a refusal means here, and where on the page it is put right. */
const refusals: Readonly<Record<string, Words>> = { invalidInput: words.whyNeeded, incomplete: words.ownLacks }
const placesOfErrors: Readonly<Record<string, string>> = { incomplete: 'own', mustDeclare: 'declared' }

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  const { services } = page.client
  const invitation = await unlessGone(() => services.getInvitation({ id }))
  if (invitation !== undefined) return { language: page.language, invitation, ended: undefined }
  const ended = await unlessGone(() => services.getEndedInvitation({ id }))
  // Sent, declined or never theirs: what there is for them now stands on their page.
  if (ended === undefined) throw redirect('/trang-cua-toi')
  return { language: page.language, invitation: undefined, ended }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    if (form.has('decline')) {
      await client.services.declineInvitation({ id, words: textOf(form, 'why') })
      return redirect('/trang-cua-toi')
    }
    const said = textOf(form, 'words')
    await client.services.confirmInvitation({
      id,
      seen: textOf(form, 'seen'),
      declared: form.get('declared') === 'yes',
      ...(said ? { words: said } : {}),
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const fieldId = form.has('decline') ? 'why' : (placesOfErrors[error.code] ?? 'content')
    return data({ fieldId, text: say(refusals[error.code] ?? error.words, language) }, { status: error.status })
  }
  return redirect(`/trang-cua-toi/loi-moi/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  const shown = loaderData?.invitation ?? loaderData?.ended
  return [{ title: `${say(shown?.procedureName ?? words.mine, loaderData?.language ?? 'vi')} – Cổng Dịch vụ công` }]
}

export default function InvitationPage() {
  const { language, invitation, ended } = useLoaderData<typeof loader>()
  return (
    <PortalPage narrow>
      <BackLink href="/trang-cua-toi" text={say(words.mine, language)} />
      {invitation ? (
        <Open invitation={invitation} language={language} />
      ) : (
        <>
          <PageTitle title={say(ended.procedureName, language)} />
          <EndedInvitation ended={ended} language={language} />
        </>
      )}
    </PortalPage>
  )
}

/** All of the application, and what the reader can say to it. */
function Open({ invitation, language }: { readonly invitation: Invitation; readonly language: Language }) {
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  return (
    <>
      {failed && <ErrorSummary title={t(words.wrong)} errors={[failed]} />}
      <PageTitle title={t(invitation.procedureName)} note={t(words.as, { called: t(invitation.called) })} />
      <Turn invitation={invitation} language={language} />
      {invitation.missing > 0 && invitation.state !== 'confirmed' && (
        <Notice>{t(words.lacks, { count: invitation.missing })}</Notice>
      )}
      {invitation.placeName && (
        <SummaryList title={t(words.where)} rows={[{ term: t(words.place), value: invitation.placeName }]} />
      )}
      <FormSummary language={language} pages={invitation.summary} />
      <PaperFiles language={language} title={t(words.papers)} papers={invitation.papers} />
      {invitation.others.length > 0 && (
        <CoApplicantList language={language} title={t(words.others)} people={invitation.others} />
      )}
      {invitation.state !== 'confirmed' && (
        <Section title={t(words.confirmTitle)}>
          <form method="post" className="stack">
            <FormToken />
            <input type="hidden" name="seen" value={invitation.seen} />
            <TextArea language={language} name="words" label={t(words.wordsLabel)} rows={2} maxLength={1000} />
            <CheckField name="declared" error={failed?.fieldId === 'declared' ? failed.text : undefined}>
              {t(words.declare)}
            </CheckField>
            <Button size="large">{t(words.confirm)}</Button>
          </form>
        </Section>
      )}
      <details open={failed?.fieldId === 'why'}>
        <summary>{t(words.decline)}</summary>
        <form method="post" className="stack">
          <FormToken />
          <p>{t(words.declineAsk)}</p>
          <TextArea
            language={language}
            name="why"
            label={t(words.why)}
            error={failed?.fieldId === 'why' ? failed.text : undefined}
            rows={2}
            maxLength={1000}
            required
          />
          <Button kind="warn" name="decline" value="yes">
            {t(words.declineDo)}
          </Button>
        </form>
      </details>
    </>
  )
}

/** What is to be done, and by whom: the first thing on the page. */
function Turn({ invitation, language }: { readonly invitation: Invitation; readonly language: Language }) {
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { own, state, applicantName, id, expiresAt } = invitation
  const isDone = state === 'confirmed'
  const change = own && (own.missing.length > 0 ? words.ownDo : words.ownChange)
  return (
    <ActionCard
      tone={isDone ? 'good' : 'waiting'}
      edge="side"
      badge={<CoApplicantBadge state={state} language={language} />}
      title={t(isDone ? words.done : state === 'changed' ? words.again : words.todo, { name: applicantName })}
      actions={
        change && (
          <ButtonLink
            href={`/trang-cua-toi/loi-moi/${id}/khai`}
            kind={own.missing.length > 0 ? 'primary' : 'secondary'}
          >
            {t(change)}
          </ButtonLink>
        )
      }
    >
      <p>{t(words.asks, { name: applicantName })}.</p>
      {own && own.missing.length > 0 && <p id="own">{t(words.ownTodo, { page: t(own.title) })}</p>}
      <p className="note">{t(words.kept, { day: showFullDate(dateAt(expiresAt), language) })}</p>
    </ActionCard>
  )
}
