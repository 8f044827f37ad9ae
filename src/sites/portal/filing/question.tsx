import { useEffect, useRef, useState } from 'react'
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showClock } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { lookupDataFor, pageErrors, QuestionFields } from '#engines/forms/web/index.ts'
import { ProgressLine } from '#ui/portal/ProgressAside.tsx'
import { QuestionPage } from '#ui/portal/QuestionPage.tsx'
import { answered, mustBe, pageOf } from '../../client.ts'
import { FilingFrame, FilingProgress } from './FilingFrame.tsx'
import { stepAfter, stepBefore, stepsOf } from './steps.ts'
import { useDraft } from './use-draft.ts'

const words = {
  caption: { vi: 'Bước {at} trong {count}', en: 'Step {at} of {count}' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  nextNote: { vi: 'Tiếp theo: {step}', en: 'Next: {step}' },
  back: { vi: 'Quay lại', en: 'Back' },
  steps: { vi: 'Các bước', en: 'Steps' },
  error: { vi: 'Lỗi: ', en: 'Error: ' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  saved: { vi: 'Đã lưu lúc {time}', en: 'Saved at {time}' },
  failed: {
    vi: 'Chưa lưu được, đang thử lại; chữ vẫn còn trong máy này',
    en: 'Not saved yet, trying again; your text is still here',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.request)
  const [draft, lookups] = await answered(() =>
    Promise.all([page.client.services.getDraft({ id: args.params['id'] ?? '' }), page.client.services.getLookups({})]),
  )
  const asked = draft.form.pages.find((one) => one.id === args.params['page'])
  if (asked === undefined && draft.changedFrom !== null) throw redirect(`/nop/${draft.id}/kiem-tra`)
  if (asked === undefined) throw data(null, { status: 404 })
  return {
    title: say(asked.title, page.language),
    language: page.language,
    page: asked.id,
    lookups: lookupDataFor(asked.fields, lookups),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const { id = '', page = '' } = args.params
  const post = await args.request.text()
  const saved = await answered(() => client.services.savePage({ id, page, post }))
  // The autosave of a hydrated page only wants to know when.
  if (args.request.headers.get('x-autosave') === 'yes')
    return data({ places: [], rowsChanged: false, savedAt: saved.savedAt })
  if (saved.rowsChanged) return redirect(`/nop/${id}/${page}`)
  if (saved.places.length > 0)
    return data({ places: saved.places, rowsChanged: false, savedAt: saved.savedAt }, { status: 422 })
  const draft = await answered(() => client.services.getDraft({ id }))
  const next =
    new URL(args.request.url).searchParams.get('ve') === 'kiem-tra'
      ? 'kiem-tra'
      : stepAfter(stepsOf(draft, language), page)
  return redirect(`/nop/${id}/${next}`)
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, error }) => [
  { title: `${error ? 'Lỗi: ' : ''}${loaderData?.title ?? ''} – Cổng Dịch vụ công` },
]

export default function Question() {
  const { language, draft } = useDraft()
  const { page, lookups } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const steps = stepsOf(draft, language)
  const at = steps.findIndex((step) => step.id === page)
  const before = stepBefore(steps, page)
  const asked = draft.form.pages.find((one) => one.id === page)
  const saving = useAutosave()
  if (asked === undefined) return null
  const places = failed?.places ?? []
  const caption = t(words.caption, { at: at + 1, count: steps.length })
  const saved =
    saving === undefined
      ? undefined
      : {
          state: saving.state,
          text: saving.state === 'saved' ? t(words.saved, { time: showClock(saving.at) }) : t(words[saving.state]),
        }
  const next = steps[at + 1]
  return (
    <FilingFrame language={language} draft={draft} saved={saved}>
      <QuestionPage
        title={t(asked.title)}
        caption={caption}
        lead={asked.hint ? t(asked.hint) : undefined}
        back={{ href: before ? `/nop/${draft.id}/${before}` : `/thu-tuc/${draft.code}`, text: t(words.back) }}
        errors={pageErrors(draft.form, places, language)}
        submit={{ text: t(words.next), note: next ? t(words.nextNote, { step: next.title }) : undefined }}
        progressLine={<ProgressLine text={caption} total={steps.length} done={at} />}
        aside={<FilingProgress language={language} draft={draft} now={page} />}
        asideLabel={t(words.steps)}
      >
        <QuestionFields
          language={language}
          form={draft.form}
          page={page}
          draft={draft.answers}
          places={places}
          lookups={lookups}
        />
      </QuestionPage>
    </FilingFrame>
  )
}

type Saving = { readonly state: 'saving' | 'failed' } | { readonly state: 'saved'; readonly at: Date }

/** Saves a second after the last key, and tries again when the line is back; nothing typed waits for "Tiếp tục". */
function useAutosave(): Saving | undefined {
  const [saving, setSaving] = useState<Saving>()
  const timer = useRef<number>(undefined)
  useEffect(() => {
    const form = document.getElementById('question') as HTMLFormElement | null
    if (form === null) return
    const save = async () => {
      setSaving({ state: 'saving' })
      const post = new URLSearchParams(new FormData(form) as never)
      const sent = await fetch(`${location.pathname}.data`, {
        method: 'POST',
        body: post,
        headers: { 'x-autosave': 'yes' },
      }).catch(() => undefined)
      if (sent?.ok) setSaving({ state: 'saved', at: new Date() })
      else {
        setSaving({ state: 'failed' })
        timer.current = window.setTimeout(() => void save(), 5000)
      }
    }
    const later = () => {
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), 1000)
    }
    form.addEventListener('input', later)
    return () => {
      clearTimeout(timer.current)
      form.removeEventListener('input', later)
    }
  }, [])
  return saving
}
