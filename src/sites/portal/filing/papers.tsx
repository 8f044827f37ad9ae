import { useCallback } from 'react'
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { showSize } from '#values/show-size.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { acceptOf } from '#engines/forms/contract.ts'
import { Button } from '#ui/portal/Button.tsx'
import { FileCard, FileDrop } from '#ui/portal/FileDrop.tsx'
import { BackLink } from '#ui/portal/Breadcrumbs.tsx'
import { Columns, PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { ProgressLine } from '#ui/portal/ProgressAside.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { FilingFrame, FilingProgress } from './FilingFrame.tsx'
import { stepBefore, stepsOf, type Draft } from './steps.ts'
import { UploadCards, UploadNote } from './UploadCards.tsx'
import { sentOf, UploadForm, type SentFile } from './UploadForm.tsx'
import { attachFile, uploadErrorWords, useChosenFiles, useUploads } from './use-uploads.ts'
import { useAwake } from '../../use-awake.ts'
import { isTaken, originOf, readReused, ReusableCards } from './ReusableCards.tsx'
import { useDraft } from './use-draft.ts'
import { textOf } from '../../form-text.ts'
import { Title } from '../title.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Giấy tờ gửi kèm', en: 'Papers' },
  lead: {
    vi: 'Chụp rõ, đủ bốn góc. Mỗi tệp tối đa 25 MB.',
    en: 'Clear photos with all four corners. 25 MB a file at most.',
  },
  goesOn: { vi: 'Mất mạng giữa chừng thì tự gửi tiếp.', en: 'Sending goes on by itself after a break.' },
  drop: { vi: 'Thêm tệp', en: 'Add a file' },
  camera: { vi: 'Chụp ảnh', en: 'Take a photo' },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  send: { vi: 'Gửi tệp này', en: 'Send this file' },
  received: { vi: 'Đã nhận đủ', en: 'Received' },
  see: { vi: 'Xem', en: 'See' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  hint: { vi: 'Ảnh hoặc PDF', en: 'Photo or PDF' },
  optional: { vi: '(nếu có)', en: '(if you have it)' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Quay lại', en: 'Back' },
  steps: { vi: 'Các bước', en: 'Steps' },
  caption: { vi: 'Bước {at} trong {count}', en: 'Step {at} of {count}' },
  wrong: { vi: 'Chưa nhận được tệp', en: 'The file was not taken' },
  waits: { vi: 'Tệp chưa vào hồ sơ', en: 'The file is not in the application yet' },
} as const satisfies Record<string, Words>

/** The operation that puts a paper into this draft. */
const attachPath = (id: string): string => `/services/drafts/${id}/papers`

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  const [waiting, reusable] = await Promise.all([
    page.client.files.listSentFiles({ attach: attachPath(id) }),
    page.client.services.listReusable({ id }),
  ])
  return { sent: sentOf(new URL(args.request.url).searchParams), waiting, reusable }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  const text = (name: string) => textOf(form, name)
  try {
    if (form.has('reuse')) await client.services.reusePaper({ id, ...readReused(text('reuse')) })
    else if (form.has('remove')) await client.services.removePaper({ id, fileId: text('remove') })
    else return redirect(`/nop/${id}/kiem-tra`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ error: say(error.words, language) }, { status: error.status })
  }
  return redirect(`/nop/${id}/giay-to`)
}

export default function Papers() {
  const { language, draft } = useDraft()
  const { sent, waiting, reusable } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { revalidate } = useRevalidator()
  const uploads = useUploads(
    useCallback(
      async (paper, fileId) => {
        const why = await attachFile(attachPath(draft.id), paper, fileId)
        await revalidate()
        return why
      },
      [draft.id, revalidate],
    ),
    attachPath(draft.id),
  )
  useChosenFiles(uploads.start)
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const isAwake = useAwake()
  const steps = stepsOf(draft, language)
  const at = steps.findIndex((step) => step.id === 'giay-to')
  const caption = t(words.caption, { at: at + 1, count: steps.length })
  const error = failed?.error ?? (sent.error ? say(uploadErrorWords(sent.error), language) : undefined)
  return (
    <FilingFrame language={language} draft={draft}>
      <Title language={language} about={words.title} isWrong={error !== undefined} />
      <Columns
        shape="progress"
        onPhone="none"
        aside={<FilingProgress language={language} draft={draft} now="giay-to" />}
        asideLabel={t(words.steps)}
      >
        <ProgressLine text={caption} total={steps.length} done={at} />
        <BackLink href={`/nop/${draft.id}/${stepBefore(steps, 'giay-to') ?? ''}`} text={t(words.back)} />
        {error && (
          <ErrorSummary
            title={t(sent.error === 'scanWaits' ? words.waits : words.wrong)}
            errors={[{ fieldId: `file-${sent.paper ?? ''}`, text: error }]}
          />
        )}
        <PageTitle
          title={t(words.title)}
          lead={isAwake ? `${t(words.lead)} ${t(words.goesOn)}` : t(words.lead)}
          caption={<span className="on-wide">{caption}</span>}
        />
        {draft.papers
          .filter((paper) => !paper.generated)
          .map((paper) => (
            <section key={paper.id} className="stack">
              {paper.files.map((file) => (
                <form method="post" key={file.id}>
                  <FormToken />
                  <SendOnce />
                  <FileCard
                    title={t(paper.name)}
                    meta={[`${file.name}, ${showSize(file.size)}`, ...originOf(file, language)].join('. ')}
                    attention={file.isBlocked}
                    badge={
                      file.isBlocked ? (
                        <StatusBadge tone="late">{t(filesProblems.fileBlocked.message)}</StatusBadge>
                      ) : (
                        <StatusBadge tone="good">{t(words.received)}</StatusBadge>
                      )
                    }
                    actions={[
                      ...(file.isBlocked
                        ? []
                        : [{ icon: 'eye' as const, text: t(words.see), href: `/files/${file.id}/preview` }]),
                      { icon: 'trash', text: t(words.remove), name: 'remove', value: file.id },
                    ]}
                  />
                </form>
              ))}
              {paper.files.length < paper.maxFiles && (
                <ReusableCards
                  language={language}
                  title={t(paper.name)}
                  reusable={reusable.filter((one) => one.paper === paper.id && !isTaken(one, paper.files))}
                />
              )}
              <UploadCards language={language} uploads={uploads} paper={paper.id} title={t(paper.name)} />
              {paper.files.length < paper.maxFiles && (
                <AddFile
                  paper={paper}
                  draft={draft}
                  language={language}
                  waiting={uploads.notOnTheirWay(waiting)}
                  t={t}
                />
              )}
            </section>
          ))}
        <form method="post" onSubmit={uploads.holdForm}>
          <FormToken />
          <SendOnce />
          <Button size="large" wide>
            {t(words.next)}
          </Button>
          <UploadNote language={language} pending={uploads.pending} />
        </form>
      </Columns>
    </FilingFrame>
  )
}

type Say = (one: Words, values?: Record<string, string | number>) => string

interface AddFileProps {
  readonly paper: Draft['papers'][number]
  readonly draft: Draft
  readonly language: Language
  readonly waiting: readonly SentFile[]
  readonly t: Say
}

function AddFile({ paper, draft, language, waiting, t }: AddFileProps) {
  const name = `file-${paper.id}`
  const title = paper.required ? t(paper.name) : `${t(paper.name)} ${t(words.optional)}`
  return (
    <UploadForm
      language={language}
      page={`/nop/${draft.id}/giay-to`}
      attach={attachPath(draft.id)}
      paper={paper.id}
      title={title}
      waiting={waiting}
    >
      <FileDrop
        title={title}
        hint={paper.hint ? t(paper.hint) : t(words.hint)}
        accept={acceptOf(paper.accept)}
        ways={[{ name, text: t(words.choose), icon: 'upload' }]}
      />
      <noscript>
        <Button kind="secondary">{t(words.send)}</Button>
      </noscript>
    </UploadForm>
  )
}
