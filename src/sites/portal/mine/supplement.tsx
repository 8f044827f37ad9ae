import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { useCallback } from 'react'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { lookupDataFor, PinnedQuestion } from '#engines/forms/web/index.ts'
import { acceptOf } from '#engines/forms/contract.ts'
import { BackLink } from '#ui/portal/Breadcrumbs.tsx'
import { Button } from '#ui/portal/Button.tsx'
import { TaskCard } from '#ui/portal/Cards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { FileDrop } from '#ui/portal/FileDrop.tsx'
import { mustBe, pageOf } from '../../client.ts'
import type { RouteHandle } from '../../../root.tsx'
import { isTaken, originOf, readReused, ReusableCards } from '../filing/ReusableCards.tsx'
import { UploadCards, UploadNote } from '../filing/UploadCards.tsx'
import { sentOf, UploadForm } from '../filing/UploadForm.tsx'
import { attachFile, uploadErrorWords, useChosenFiles, useUploads } from '../filing/use-uploads.ts'
import { PortalPage } from '../PortalPage.tsx'
import { Title } from '../title.tsx'
import { FormToken } from '../../FormToken.tsx'

/** Hydrated for resumable uploads; every part is also a plain form. */
export const handle: RouteHandle = { scripts: true }

const words = {
  title: { vi: 'Cần bổ sung {count} chỗ', en: 'Things to put right: {count}' },
  named: { vi: 'Bổ sung: {name}', en: 'To put right: {name}' },
  lead: {
    vi: 'Trước {time}. Chỉ những chỗ này cần sửa; các phần khác đã nhận, không phải khai lại.',
    en: 'Before {time}. Only these places; the rest is received.',
  },
  back: { vi: 'Hồ sơ này', en: 'The dossier' },
  done: { vi: 'đã làm', en: 'done' },
  save: { vi: 'Lưu các chỗ đã sửa', en: 'Save the changes' },
  send: { vi: 'Gửi bổ sung', en: 'Send the corrections' },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  sendFile: { vi: 'Gửi tệp này', en: 'Send this file' },
  hint: { vi: 'Ảnh hoặc PDF', en: 'Photo or PDF' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
} as const satisfies Record<string, Words>

/** The operation that puts a paper into the supplement of this dossier. */
const attachPath = (id: string): string => `/services/my/dossiers/${id}/supplement/papers`

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  const [dossier, lookups, waiting] = await Promise.all([
    page.client.services.getMyDossier({ id }),
    page.client.services.getLookups({}),
    page.client.files.listSentFiles({ attach: attachPath(id) }),
  ])
  if (dossier.supplement === null || !['own', 'acts'].includes(dossier.standing))
    throw redirect(`/trang-cua-toi/ho-so/${id}`)
  const reusable = await page.client.services.listReusableForSupplement({ id })
  const query = new URL(args.request.url).searchParams
  const fields = dossier.supplement.form.pages.flatMap((one) => one.fields)
  return {
    language: page.language,
    id,
    name: dossier.procedureName,
    supplement: dossier.supplement,
    papers: new Map(
      dossier.papers.map(({ id: paper, accept, maxFiles }) => [paper, { accept: acceptOf(accept), maxFiles }]),
    ),
    reusable,
    filed: dossier.answers,
    lookups: lookupDataFor(fields, lookups),
    sent: sentOf(query),
    waiting,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const body = await args.request.text()
  const form = new URLSearchParams(body)
  const again = `/trang-cua-toi/ho-so/${id}/bo-sung`
  try {
    if (form.has('reuse')) {
      await client.services.reuseInSupplement({ id, ...readReused(form.get('reuse') ?? '') })
    } else if (form.has('send')) {
      await client.services.sendSupplement({ id, post: body })
      return redirect(`/trang-cua-toi/ho-so/${id}`)
    } else {
      const { places } = await client.services.saveSupplement({ id, post: body })
      if (places.length > 0) return data({ places: places }, { status: 422 })
    }
    return redirect(again)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places = error.places.length > 0 ? error.places : [{ path: 'content', message: error.words }]
    return data({ places: places as ProblemPlace[], said: say(error.words, language) }, { status: error.status })
  }
}

export default function SupplementPage() {
  const {
    language,
    id,
    name,
    supplement,
    papers: asked,
    reusable,
    filed,
    lookups,
    sent,
    waiting,
  } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { revalidate } = useRevalidator()
  const uploads = useUploads(
    useCallback(
      async (paper, fileId) => {
        const why = await attachFile(attachPath(id), paper, fileId)
        await revalidate()
        return why
      },
      [id, revalidate],
    ),
    attachPath(id),
  )
  useChosenFiles(uploads.start)
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  // A file that a plain form sent and that was not taken; what is said of it stands at its paper.
  const refused =
    sent.error === null ? [] : [{ path: `papers.${sent.paper ?? ''}`, message: uploadErrorWords(sent.error) }]
  const places: readonly ProblemPlace[] = failed?.places ?? refused
  const fields = supplement.pins.filter((pin) => pin.kind === 'field')
  const papers = supplement.pins.filter((pin) => pin.kind === 'paper')
  // As they stand on the page: papers first.
  const numberOf = (path: string) => [...papers, ...fields].findIndex((pin) => pin.path === path) + 1
  return (
    <PortalPage narrow>
      <Title language={language} about={t(words.named, { name })} isWrong={places.length > 0} />
      <BackLink href={`/trang-cua-toi/ho-so/${id}`} text={t(words.back)} />
      {places.length > 0 && (
        <ErrorSummary
          title={t(words.wrong)}
          errors={places.map((place) => ({ fieldId: place.path, text: say(place.message, language) }))}
        />
      )}
      <PageTitle
        title={t(words.title, { count: supplement.pins.length })}
        lead={t(words.lead, { time: showInstant(supplement.due, language) })}
      />
      {papers.map((pin) => {
        const paper = pin.path.slice('papers.'.length)
        return (
          <TaskCard
            key={pin.path}
            mark={pin.isDone ? 'done' : numberOf(pin.path)}
            doneWord={t(words.done)}
            title={pin.label}
            said={pin.reason}
            right={pin.files.map((file) => [file.name, ...originOf(file, language)].join('. ')).join(', ')}
          >
            {pin.files.length < (asked.get(paper)?.maxFiles ?? 0) && (
              <ReusableCards
                language={language}
                title={pin.label}
                reusable={reusable.filter((one) => one.paper === paper && !isTaken(one, pin.files))}
              />
            )}
            <UploadCards language={language} uploads={uploads} paper={paper} title={pin.label} />
            <UploadForm
              language={language}
              page={`/trang-cua-toi/ho-so/${id}/bo-sung`}
              attach={attachPath(id)}
              paper={paper}
              title={pin.label}
              waiting={uploads.notOnTheirWay(waiting)}
            >
              <FileDrop
                title={pin.label}
                hint={t(words.hint)}
                accept={asked.get(paper)?.accept}
                ways={[{ name: `file-${paper}`, text: t(words.choose), icon: 'camera' }]}
              />
              <noscript>
                <Button kind="secondary">{t(words.sendFile)}</Button>
              </noscript>
            </UploadForm>
          </TaskCard>
        )
      })}
      {/* One form, so that what is typed is sent along. No `SendOnce`: what is typed last must win, and what was sent is not sent again. */}
      <form method="post" className="stack" onSubmit={uploads.holdForm}>
        <FormToken />
        {fields.map((pin) => (
          <TaskCard
            key={pin.path}
            mark={pin.isDone ? 'done' : numberOf(pin.path)}
            doneWord={t(words.done)}
            title={pin.label}
            said={pin.reason}
          >
            <PinnedQuestion
              language={language}
              form={supplement.form}
              path={pin.path}
              filed={filed}
              answers={Object.keys(supplement.answers).length > 0 ? supplement.answers : filed}
              places={places}
              lookups={lookups}
            />
          </TaskCard>
        ))}
        {fields.length > 0 && <Button kind="secondary">{t(words.save)}</Button>}
        <Button size="large" name="send" value="yes">
          {t(words.send)}
        </Button>
        <UploadNote language={language} pending={uploads.pending} />
      </form>
    </PortalPage>
  )
}
