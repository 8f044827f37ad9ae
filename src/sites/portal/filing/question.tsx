import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { fill, say, type Words } from '#values/words.ts'
import { FormSummary, lookupDataFor, pageErrors, QuestionFields } from '#engines/forms/web/index.ts'
import { Notice } from '#ui/portal/Notice.tsx'
import { ProgressLine } from '#ui/portal/ProgressAside.tsx'
import { QuestionPage } from '#ui/portal/QuestionPage.tsx'
import { mustBe, pageOf } from '../../client.ts'
import {
  ChangedElsewhere,
  changedElsewhereStatus,
  PageWriter,
  type Refused,
  typedOver,
  unlessChangedElsewhere,
  writerIn,
} from './ChangedElsewhere.tsx'
import { FilingFrame, FilingProgress } from './FilingFrame.tsx'
import { KnownOffers } from './KnownOffers.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { stepAfter, stepBefore, stepsOf, whoAnswers } from './steps.ts'
import { useAutosave } from './use-autosave.ts'
import { useDraft } from './use-draft.ts'
import { Title } from '../title.tsx'
import { useFormToken } from '../../FormToken.tsx'

const words = {
  caption: { vi: 'Bước {at} trong {count}', en: 'Step {at} of {count}' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  nextNote: { vi: 'Tiếp theo: {step}', en: 'Next: {step}' },
  back: { vi: 'Quay lại', en: 'Back' },
  steps: { vi: 'Các bước', en: 'Steps' },
  givenAway: {
    vi: 'Phần này do {name} khai. Ông/bà muốn tự khai thì bỏ tên người đó ở bước Người cùng nộp, rồi ghi lại.',
    en: '{name} answers this page. To answer it yourself, take them out under “Who files with you” and name them again.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const [draft, lookups] = await Promise.all([
    page.client.services.getDraft({ id: args.params['id'] ?? '' }),
    page.client.services.getLookups({}),
  ])
  const asked = draft.form.pages.find((one) => one.id === args.params['page'])
  if (asked === undefined && draft.changedFrom !== null) throw redirect(`/nop/${draft.id}/kiem-tra`)
  if (asked === undefined) throw data(null, { status: 404 })
  return {
    language: page.language,
    page: asked.id,
    lookups: lookupDataFor(asked.fields, lookups),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const { id = '', page = '' } = args.params
  const post = await args.request.text()
  const isAutosave = args.request.headers.get('x-autosave') === 'yes'
  const saved = await client.services.savePage({ id, page, post, ...writerIn(post) }).catch(unlessRefused)
  if (saved === 'pageChanged')
    return data<Refused>({ places: [], posted: post }, { status: isAutosave ? changedElsewhereStatus : 409 })
  if (saved !== undefined) {
    // The autosave of a hydrated page only wants to know when.
    if (isAutosave) return data<Refused>({ places: [] })
    if (saved.rowsChanged) return redirect(`/nop/${id}/${page}`)
    // To the first of the questions that came up; without a script nothing else shows that there are new ones.
    if (saved.places.length === 0 && saved.cameUp.length > 0) return redirect(`/nop/${id}/${page}#${saved.cameUp[0]}`)
    if (saved.places.length > 0) return data<Refused>({ places: saved.places }, { status: 422 })
  }
  const draft = await client.services.getDraft({ id })
  const next =
    new URL(args.request.url).searchParams.get('ve') === 'kiem-tra'
      ? 'kiem-tra'
      : stepAfter(stepsOf(draft, language), page)
  return redirect(`/nop/${id}/${next}`)
}

/** A page that somebody else answers is passed over, not written; one that was changed elsewhere comes back. */
function unlessRefused(error: unknown): 'pageChanged' | undefined {
  if (!(error instanceof Problem && error.code === 'pageTaken')) return unlessChangedElsewhere(error)
}

export default function Question() {
  const token = useFormToken()
  const { language, draft } = useDraft()
  const { page, lookups } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const steps = stepsOf(draft, language)
  const at = steps.findIndex((step) => step.id === page)
  const before = stepBefore(steps, page)
  const asked = draft.form.pages.find((one) => one.id === page)
  const autosave = useAutosave(language)
  const whose = whoAnswers(draft, page)
  if (asked === undefined) return null
  const places = failed?.places ?? []
  const posted = failed?.posted
  const caption = t(words.caption, { at: at + 1, count: steps.length })
  const next = steps[at + 1]
  return (
    <FilingFrame language={language} draft={draft} saved={autosave.note}>
      <Title language={language} about={asked.title} isWrong={places.length > 0} />
      <SignInAgain language={language} autosave={autosave} />
      {(autosave.isChangedElsewhere || posted !== undefined) && (
        <ChangedElsewhere language={language} href={`/nop/${draft.id}/${page}`} />
      )}
      <QuestionPage
        hidden={token}
        title={t(asked.title)}
        caption={caption}
        lead={asked.hint ? t(asked.hint) : undefined}
        back={{ href: before ? `/nop/${draft.id}/${before}` : `/thu-tuc/${draft.code}`, text: t(words.back) }}
        errors={pageErrors(draft.form, places, language)}
        submit={{ text: t(words.next), note: next ? t(words.nextNote, { step: next.title }) : undefined }}
        held={autosave.isHeld ? autosave.note?.text : undefined}
        progressLine={<ProgressLine text={caption} total={steps.length} done={at} saved={autosave.note} />}
        aside={<FilingProgress language={language} draft={draft} now={page} />}
        asideLabel={t(words.steps)}
      >
        {whose === undefined ? (
          <>
            <KnownOffers key={`known ${page}`} language={language} draft={draft} page={page} />
            <PageWriter key={page} seen={draft.writers[page] ?? ''} posted={posted} />
            <QuestionFields
              language={language}
              form={draft.form}
              page={page}
              draft={typedOver({ form: draft.form, page, answers: draft.answers, lookups, posted })}
              places={places}
              lookups={lookups}
            />
          </>
        ) : (
          <>
            <Notice>{t(words.givenAway, { name: whose })}</Notice>
            <FormSummary language={language} pages={draft.summary.filter((one) => one.page === page)} />
          </>
        )}
      </QuestionPage>
    </FilingFrame>
  )
}
