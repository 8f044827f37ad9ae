import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import '#ui/portal/portal.css'
import { fill, say, type Words } from '#values/words.ts'
import { lookupDataFor, pageErrors, QuestionFields } from '#engines/forms/web/index.ts'
import { Help } from '#ui/portal/ProgressAside.tsx'
import { QuestionPage } from '#ui/portal/QuestionPage.tsx'
import { TaskFrame } from '#ui/portal/TaskFrame.tsx'
import { mustBe, pageOf, unlessGone } from '../../client.ts'
import { installation } from '../../installation.ts'
import type { RouteHandle } from '../../../root.tsx'
import {
  ChangedElsewhere,
  changedElsewhereStatus,
  PageWriter,
  type Refused,
  typedOver,
  unlessChangedElsewhere,
  writerIn,
} from '../filing/ChangedElsewhere.tsx'
import { SignInAgain } from '../filing/SignInAgain.tsx'
import { useAutosave } from '../filing/use-autosave.ts'
import { portalWords } from '../words.ts'
import { useFormToken } from '../../FormToken.tsx'

export { ErrorBoundary } from '../layout.tsx'

/** Hydrated like the pages of a form, so that questions answer at once; also a plain form. */
export const handle: RouteHandle = { scripts: true }

const words = {
  save: { vi: 'Lưu phần của tôi', en: 'Save my page' },
  note: { vi: 'Lưu rồi thì đọc lại cả hồ sơ và xác nhận', en: 'Then read it all and confirm' },
  back: { vi: 'Quay lại hồ sơ', en: 'Back' },
  leave: { vi: 'Lưu và thoát', en: 'Save and leave' },
  leaveShort: { vi: 'Thoát', en: 'Leave' },
  help: { vi: 'Cần giúp', en: 'Help' },
  only: {
    vi: 'Chỉ ông/bà khai phần này; các phần khác do {name} khai.',
    en: 'Only you answer this page; {name} answers the rest.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  const invitation = await unlessGone(() => page.client.services.getInvitation({ id }))
  // The page of the invitation says why there is none any more.
  if (invitation === undefined) throw redirect(`/trang-cua-toi/loi-moi/${id}`)
  const lookups = await page.client.services.getLookups({})
  const { own, procedureName, applicantName } = invitation
  const asked = own?.form.pages.find((one) => one.id === own.page)
  if (own === null || asked === undefined) throw redirect(`/trang-cua-toi/loi-moi/${id}`)
  return {
    language: page.language,
    id,
    procedureName,
    applicantName,
    own,
    asked,
    lookups: lookupDataFor(asked.fields, lookups),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { client } = pageOf(args)
  const id = args.params['id'] ?? ''
  const post = await args.request.text()
  const isAutosave = args.request.headers.get('x-autosave') === 'yes'
  const save = () => client.services.saveInvitedPage({ id, post, ...writerIn(post) }).catch(unlessChangedElsewhere)
  const saved = await (isAutosave ? save() : unlessGone(save))
  if (saved === 'pageChanged')
    return data<Refused>({ places: [], posted: post }, { status: isAutosave ? changedElsewhereStatus : 409 })
  // The autosave of a hydrated page only wants to know that it was kept.
  if (isAutosave) return data<Refused>({ places: [] })
  if (saved === undefined) return redirect(`/trang-cua-toi/loi-moi/${id}`)
  if (saved.rowsChanged) return redirect(`/trang-cua-toi/loi-moi/${id}/khai`)
  if (saved.places.length === 0 && saved.cameUp.length > 0)
    return redirect(`/trang-cua-toi/loi-moi/${id}/khai#${saved.cameUp[0]}`)
  if (saved.places.length > 0) return data<Refused>({ places: saved.places }, { status: 422 })
  return redirect(`/trang-cua-toi/loi-moi/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, error }) => [
  {
    title: `${error ? 'Lỗi: ' : ''}${say(loaderData?.asked.title ?? words.save, loaderData?.language ?? 'vi')} – Cổng Dịch vụ công`,
  },
]

export default function OwnPage() {
  const token = useFormToken()
  const { language, id, procedureName, applicantName, own, asked, lookups } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const autosave = useAutosave(language)
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const places = failed?.places ?? []
  const posted = failed?.posted
  const back = `/trang-cua-toi/loi-moi/${id}`
  return (
    <TaskFrame
      language={language}
      homeHref="/"
      title={t(procedureName)}
      site={`${t(portalWords.name)} ${t(installation.region)}`}
      saved={autosave.note}
      leave={{ text: t(words.leave), short: t(words.leaveShort), href: back }}
    >
      <SignInAgain language={language} autosave={autosave} />
      {(autosave.isChangedElsewhere || posted !== undefined) && (
        <ChangedElsewhere language={language} href={`${back}/khai`} />
      )}
      <QuestionPage
        hidden={token}
        title={t(asked.title)}
        lead={asked.hint ? t(asked.hint) : undefined}
        back={{ href: back, text: t(words.back) }}
        errors={pageErrors(own.form, places, language)}
        submit={{ text: t(words.save), note: t(words.note) }}
        held={autosave.isHeld ? autosave.note?.text : undefined}
        aside={
          <Help
            href={`tel:${installation.helpLine.replaceAll(' ', '')}`}
            text={t(portalWords.call, { line: installation.helpLine })}
          >
            {t(words.only, { name: applicantName })}
          </Help>
        }
        asideLabel={t(words.help)}
      >
        <PageWriter seen={own.writer} posted={posted} />
        <QuestionFields
          language={language}
          form={own.form}
          page={own.page}
          draft={typedOver({ form: own.form, page: own.page, answers: own.answers, lookups, posted })}
          places={places}
          lookups={lookups}
        />
      </QuestionPage>
    </TaskFrame>
  )
}
