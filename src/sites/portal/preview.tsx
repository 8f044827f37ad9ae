import {
  redirect,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { fill, say, type Words } from '#values/words.ts'
import { Form } from '#engines/forms/declare.ts'
import { lookupDataFor, QuestionFields } from '#engines/forms/web/index.ts'
import { editorHref } from '../office/authoring/editor-address.ts'
import { readAt } from '#engines/services/contract.ts'
import { Notice } from '#ui/portal/Notice.tsx'
import { ProgressAside } from '#ui/portal/ProgressAside.tsx'
import { QuestionPage } from '#ui/portal/QuestionPage.tsx'
import { TaskFrame } from '#ui/portal/TaskFrame.tsx'
import { mustBe, pageOf } from '../client.ts'
import { useFormToken } from '../FormToken.tsx'
import { installation } from '../installation.ts'
import { titled } from '../titled.ts'
import type { RouteHandle } from '../../root.tsx'

const words = {
  preview: { vi: 'Xem thử', en: 'Preview' },
  unsaved: { vi: 'Xem thử, không lưu gì', en: 'A preview; nothing is kept' },
  leave: { vi: 'Về trang soạn', en: 'Back to the editor' },
  caption: { vi: 'Bước {at} trong {count}', en: 'Step {at} of {count}' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Quay lại', en: 'Back' },
  steps: { vi: 'Các bước', en: 'Steps' },
  wrong: { vi: 'Biểu mẫu còn lỗi', en: 'The form has errors' },
  wrongText: {
    vi: 'Sửa những chỗ cột Kiểm tra chỉ ra, rồi xem lại. Người dân chưa thấy gì của bản này.',
    en: 'Put right what the check names, then look again. Nobody sees any of it yet.',
  },
} as const satisfies Record<string, Words>

export const handle: RouteHandle = { scripts: true }

/** The form of a draft as whoever files will see it, page by page; for those who write it. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'staff', args.url)
  const { services } = page.client
  const [draft, lookups] = await Promise.all([
    services.getProcedureDraft({ id: args.params['id'] ?? '' }),
    services.getLookups({}),
  ])
  const read = Form.safeParse(readAt(draft.declaration, 'form'))
  const form = read.success && read.data.pages.length > 0 ? read.data : undefined
  const number = Number(new URL(args.request.url).searchParams.get('trang') ?? 1)
  const at = Math.min(Math.max(1, Number.isInteger(number) ? number : 1), form?.pages.length ?? 1) - 1
  const { id, name } = draft
  return { language: page.language, id, name, form, at, lookups: lookupDataFor(form?.pages[at]?.fields ?? [], lookups) }
}

/** Nothing is kept: on to the next page. */
export function action({ request, params }: ActionFunctionArgs) {
  const at = Number(new URL(request.url).searchParams.get('trang') ?? 1)
  return redirect(pageHref(params['id'] ?? '', at + 1))
}

const pageHref = (id: string, number: number): string => `/xem-thu/${id}?trang=${number}`

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.name, words.preview)

export default function Preview() {
  const { language, id, name, form, at, lookups } = useLoaderData<typeof loader>()
  const token = useFormToken()
  const t = (one: Words, values: Record<string, number> = {}) => say(fill(one, values), language)
  const editor = editorHref(id, 'form', '')
  const page = form?.pages[at]
  return (
    <TaskFrame
      language={language}
      homeHref="/"
      title={say(name, language)}
      site={say(installation.portalName, language)}
      saved={{ text: t(words.unsaved) }}
      leave={{ text: t(words.leave), short: t(words.back), href: editor }}
    >
      {form === undefined || page === undefined ? (
        <Notice tone="soon" title={t(words.wrong)}>
          {t(words.wrongText)}
        </Notice>
      ) : (
        <QuestionPage
          hidden={token}
          title={say(page.title, language)}
          caption={t(words.caption, { at: at + 1, count: form.pages.length })}
          lead={page.hint ? say(page.hint, language) : undefined}
          back={{ href: at === 0 ? editor : pageHref(id, at), text: t(words.back) }}
          submit={{ text: t(words.next) }}
          aside={
            <ProgressAside
              language={language}
              title={t(words.steps)}
              items={form.pages.map((one, index) => ({
                text: say(one.title, language),
                href: pageHref(id, index + 1),
                state: index === at ? 'now' : index < at ? 'done' : 'todo',
              }))}
            />
          }
          asideLabel={t(words.steps)}
        >
          <QuestionFields language={language} form={form} page={page.id} draft={{}} lookups={lookups} />
        </QuestionPage>
      )}
    </TaskFrame>
  )
}
