import {
  data,
  redirect,
  useActionData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { Button, ButtonRow } from '#ui/portal/Button.tsx'
import { ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { ProgressLine } from '#ui/portal/ProgressAside.tsx'
import { QuestionPage } from '#ui/portal/QuestionPage.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { CoApplicantBadge, howTold } from '../CoApplicantList.tsx'
import { FilingFrame, FilingProgress } from './FilingFrame.tsx'
import { stepAfter, stepBefore, stepsOf, togetherStep, type Draft } from './steps.ts'
import { useDraft } from './use-draft.ts'
import { useFormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Ai cùng nộp với ông/bà?', en: 'Who files with you?' },
  lead: {
    vi: '{called}: ai được ghi tên thì đọc cả hồ sơ và phải xác nhận, hồ sơ mới gửi được. Không ghi ai thì bấm Tiếp tục.',
    en: '{called}: whoever is named reads all of it and has to confirm before it is sent. Nobody? Press Continue.',
  },
  name: { vi: 'Họ và tên', en: 'Full name' },
  nameHint: { vi: 'Đúng như trên thẻ căn cước', en: 'As on the identity card' },
  personalId: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  idHint: {
    vi: '12 số. Sai số hoặc sai tên thì người đó không thấy lời mời.',
    en: '12 digits. With a slip in number or name they do not see it.',
  },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  phoneHint: {
    vi: 'Ghi điện thoại hoặc thư điện tử. Hệ thống chưa nhắn tin đến điện thoại: chỉ ghi số thì ông/bà tự báo cho người đó.',
    en: 'Phone or e-mail. We send no text messages yet: with a number alone, please tell them yourself.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  emailHint: {
    vi: 'Có thư điện tử thì hệ thống gửi lời mời đến đó.',
    en: 'With an e-mail address we send the invitation there.',
  },
  page: { vi: 'Phần người đó tự khai', en: 'The page that they answer' },
  noPage: { vi: 'Không, tôi khai cả', en: 'None, I answer all' },
  answers: { vi: 'Tự khai: {page}', en: 'Answers: {page}' },
  said: { vi: 'Lời nhắn: {words}', en: 'They say: {words}' },
  another: { vi: 'Ghi tên, thêm người nữa', en: 'Name them and another' },
  remove: { vi: 'Bỏ tên', en: 'Take out' },
  notAsked: {
    vi: 'Theo các câu trả lời thì không ai cùng nộp. Bỏ tên người đã ghi, hoặc sửa câu trả lời.',
    en: 'By your answers nobody files with you. Take out who is named, or change the answer.',
  },
  full: { vi: 'Đã đủ người cùng nộp.', en: 'No more can be named.' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Quay lại', en: 'Back' },
  caption: { vi: 'Bước {at} trong {count}', en: 'Step {at} of {count}' },
  steps: { vi: 'Các bước', en: 'Steps' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
} as const satisfies Record<string, Words>

/** What is wrong with a field that could not be read. */
const unread: Readonly<Record<string, Words>> = {
  name: { vi: 'Ghi đủ họ và tên', en: 'Write the full name' },
  personalId: {
    vi: 'Số định danh có 12 chữ số. Xem lại trên thẻ',
    en: 'The number has 12 digits. Look at the card again',
  },
  phone: {
    vi: 'Số điện thoại có 10 chữ số, bắt đầu bằng 03, 05, 07, 08, 09, máy bàn 02',
    en: 'A phone number has 10 digits and begins with 03, 05, 07, 08, 09, a land line with 02',
  },
  email: { vi: 'Thư điện tử chưa đúng, ví dụ ten@example.vn', en: 'Not an e-mail address, such as name@example.vn' },
}

const tones = { waiting: 'waiting', confirmed: 'good', changed: 'soon', declined: 'late' } as const

const noPage = 'none'

export function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  return { title: say(words.title, page.language) }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  const typed = {
    name: textOf(form, 'name'),
    personalId: textOf(form, 'personalId'),
    phone: textOf(form, 'phone'),
    email: textOf(form, 'email'),
    page: textOf(form, 'page'),
  }
  const { page, ...texts } = typed
  try {
    if (form.has('remove')) {
      await client.services.removeCoApplicant({ id, coApplicantId: textOf(form, 'remove') })
      return data({ errors: [], typed })
    }
    if (Object.values(texts).some((text) => text !== '')) {
      await client.services.nameCoApplicant({
        id,
        name: texts.name,
        personalId: texts.personalId.replaceAll(/[ .]/g, ''),
        ...(texts.phone ? { phone: texts.phone.replaceAll(/[ .]/g, '') } : {}),
        ...(texts.email ? { email: texts.email } : {}),
        ...(page && page !== noPage ? { page } : {}),
      })
      if (form.has('another')) return redirect(`/nop/${id}/${togetherStep}`)
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places = error.places.length > 0 ? error.places : [{ path: 'name', message: error.words }]
    const errors = places.map(({ path, message }) => ({
      fieldId: path,
      text: say((error.code === 'invalidInput' && unread[path]) || message, language),
    }))
    return data({ errors, typed }, { status: error.status })
  }
  const draft = await client.services.getDraft({ id })
  const isFromCheck = new URL(args.request.url).searchParams.get('ve') === 'kiem-tra'
  return redirect(`/nop/${id}/${isFromCheck ? 'kiem-tra' : stepAfter(stepsOf(draft, language), togetherStep)}`)
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title ?? ''} – Cổng Dịch vụ công` },
]

export default function Together() {
  const token = useFormToken()
  const { language, draft } = useDraft()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { filedTogether } = draft
  if (filedTogether === null) return null
  const steps = stepsOf(draft, language)
  const at = steps.findIndex((step) => step.id === togetherStep)
  const caption = t(words.caption, { at: at + 1, count: steps.length })
  const before = stepBefore(steps, togetherStep)
  const errors = failed?.errors ?? []
  const field = (name: 'name' | 'personalId' | 'phone' | 'email') => ({
    language,
    name,
    label: t(words[name]),
    value: failed?.typed[name],
    error: errors.find((one) => one.fieldId === name)?.text,
    required: name === 'name' || name === 'personalId',
  })
  const left = filedTogether.most - filedTogether.named.length
  const free = filedTogether.pages.filter((page) => !filedTogether.named.some((one) => one.page === page.id))
  return (
    <FilingFrame language={language} draft={draft}>
      <QuestionPage
        hidden={token}
        title={t(words.title)}
        caption={caption}
        lead={t(words.lead, { called: t(filedTogether.called) })}
        back={{ href: before ? `/nop/${draft.id}/${before}` : `/thu-tuc/${draft.code}`, text: t(words.back) }}
        errors={errors.length > 0 ? { title: t(words.wrong), list: errors } : undefined}
        submit={{ text: t(words.next) }}
        progressLine={<ProgressLine text={caption} total={steps.length} done={at} />}
        aside={<FilingProgress language={language} draft={draft} now={togetherStep} />}
        asideLabel={t(words.steps)}
      >
        {/* Enter presses the first button of a form: it must go on, not take somebody out. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
        {filedTogether.named.map((one) => (
          <Named key={one.id} one={one} language={language} filedTogether={filedTogether} />
        ))}
        {left > 0 && filedTogether.isAsked ? (
          <>
            <TextField {...field('name')} hint={t(words.nameHint)} maxLength={100} />
            <TextField {...field('personalId')} hint={t(words.idHint)} inputMode="numeric" digits />
            <TextField {...field('phone')} hint={t(words.phoneHint)} type="tel" inputMode="tel" width="half" />
            <TextField {...field('email')} hint={t(words.emailHint)} type="email" inputMode="email" />
            {free.length > 0 && (
              <ChoiceCards
                language={language}
                kind="one"
                name="page"
                label={t(words.page)}
                error={errors.find((one) => one.fieldId === 'page')?.text}
                chosen={[failed?.typed.page || noPage]}
                choices={[
                  ...free.map((page) => ({ value: page.id, label: t(page.title) })),
                  { value: noPage, label: t(words.noPage) },
                ]}
              />
            )}
            {left > 1 && (
              <ButtonRow>
                <Button kind="secondary" icon="plus" name="another" value="yes">
                  {t(words.another)}
                </Button>
              </ButtonRow>
            )}
          </>
        ) : (
          <Notice>{t(filedTogether.isAsked ? words.full : words.notAsked)}</Notice>
        )}
      </QuestionPage>
    </FilingFrame>
  )
}

type FiledTogether = NonNullable<Draft['filedTogether']>

/** Somebody named already: how they stand to it, what they said, and a button that takes them out. */
function Named({
  one,
  language,
  filedTogether,
}: {
  readonly one: FiledTogether['named'][number]
  readonly language: Language
  readonly filedTogether: FiledTogether
}) {
  const t = (said: Words, values: Record<string, string> = {}) => say(fill(said, values), language)
  const page = filedTogether.pages.find(({ id }) => id === one.page)
  const told = howTold(one)
  return (
    <ActionCard
      tone={tones[one.state]}
      badge={<CoApplicantBadge state={one.state} language={language} />}
      title={one.name}
      actions={
        <Button kind="quiet" icon="trash" name="remove" value={one.id}>
          {t(words.remove)}
          <span className="unseen"> {one.name}</span>
        </Button>
      }
    >
      {page && <p>{t(words.answers, { page: t(page.title) })}</p>}
      {told && <p>{t(told)}</p>}
      {one.words && <p>{t(words.said, { words: one.words })}</p>}
    </ActionCard>
  )
}
