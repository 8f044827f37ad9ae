import { useEffect, useState } from 'react'
import {
  data,
  useActionData,
  useFetcher,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { fill, say, type Words } from '#values/words.ts'
import { petitionKinds } from '#engines/petitions/contract.ts'
import { Button } from '#ui/portal/Button.tsx'
import { Columns, PageTitle } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { SideNav } from '#ui/portal/SideNav.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import type { RouteHandle } from '../../../root.tsx'
import { pageOf, unlessGone } from '../../client.ts'
import { communesToday } from '../../communes-today.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { Title } from '../title.tsx'
import { AskFields } from './AskFields.tsx'
import { sendAsked } from './read-asked.ts'
import { SecondFields } from './SecondFields.tsx'
import { SentNote } from './SentNote.tsx'
import type { loader as alikeLoader } from './alike.ts'
import {
  kindLeads,
  kindNames,
  kindOfSlug,
  kindSlugs,
  kindTitles,
  questionWords as shared,
  subjectWords,
} from './words.ts'

/** Answers that are there already show while one types; without a script those to what was looked for. */
export const handle: RouteHandle = { scripts: true }

const words = {
  about: { vi: 'Về thủ tục: {name}', en: 'About: {name}' },
  alike: { vi: 'Đã có trả lời cho câu giống thế này', en: 'Something like it was answered already' },
  send: { vi: 'Gửi đi', en: 'Send' },
  second: { vi: 'Khiếu nại lần hai', en: 'Complain a second time' },
  secondLead: {
    vi: 'Khi chưa đồng ý với quyết định giải quyết lần đầu, hoặc quá hạn mà chưa được giải quyết. Thủ trưởng cấp trên trực tiếp giải quyết trong 45 ngày từ khi thụ lý; cũng có thể khởi kiện tại Tòa án (Luật Khiếu nại, Điều 7, 37).',
    en: 'If you disagree with the first decision, or there was none in time. The head of the level above settles it within 45 days; you can also go to court (Law on Complaints art. 7, 37).',
  },
  toSecond: {
    vi: 'Đã có quyết định giải quyết mà chưa đồng ý? Khiếu nại lần hai',
    en: 'Was it settled, and you disagree? Complain a second time',
  },
  toFirst: { vi: 'Chưa ai giải quyết? Khiếu nại lần đầu', en: 'Nobody settled it yet? Complain for the first time' },
  kinds: { vi: 'Loại việc', en: 'Kind' },
} as const satisfies Record<string, Words>

const typedNames = [
  'title',
  'body',
  'place',
  'aboutUnit',
  'fullName',
  'phone',
  'email',
  'address',
  'decision',
  'previousLookUpCode',
] as const

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { client, language } = page
  const query = new URL(args.request.url).searchParams
  const kind = kindOfSlug(query.get('loai'))
  const code = query.get('thu-tuc') ?? undefined
  const title = query.get('tim')?.slice(0, 200) ?? ''
  const isCitizen = page.call.actor.kind === 'citizen'
  const isSecond = kind === 'complaint' && query.get('lan') === '2'
  const previousId = query.get('truoc')
  const [lookups, bodies, procedure, alike, profile, previous] = await Promise.all([
    client.services.getLookups({}),
    client.petitions.listBodies({}),
    code === undefined ? undefined : unlessGone(() => client.services.getProcedure({ code })),
    title.trim() === '' ? { rows: [] } : client.petitions.findAnswered({ text: title, limit: 3 }),
    // Of a denunciation nothing is asked in the name of whoever is signed in.
    isCitizen && kind !== 'denunciation' ? client.identity.getMyAccount({}) : undefined,
    isSecond && isCitizen && previousId !== null
      ? unlessGone(() => client.petitions.getOwnPetition({ id: previousId }))
      : undefined,
  ])
  return {
    language,
    kind,
    title,
    formToken: page.formToken(),
    procedure: procedure && { code: procedure.code, name: procedure.everydayName ?? procedure.name },
    bodies,
    communes: communesToday(lookups),
    alike: alike.rows.map((row) => ({ code: row.code, title: row.title })),
    isSecond,
    previous: previous && { id: previous.id, code: previous.code },
    known: { fullName: profile?.fullName ?? '', phone: profile?.phone ?? '' },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const form = await args.request.formData()
  const typed: Record<string, string> = Object.fromEntries(typedNames.map((name) => [name, textOf(form, name)]))
  typed['mayPublish'] = form.has('mayPublish') ? 'yes' : 'no'
  try {
    const sent = await sendAsked(client, kindOfSlug(textOf(form, 'kind')), form)
    return { sent, errors: undefined, typed: undefined }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places: readonly ProblemPlace[] =
      error.places.length > 0 ? error.places : [{ path: aboutWhat(error), message: error.words }]
    const errors = places.map(({ path, message }) => ({
      fieldId: path.split('.').at(-1) ?? path,
      text: say(message, language),
    }))
    return data({ sent: undefined, errors, typed }, { status: error.status })
  }
}

/** What is not found of a form can only be the first complaint that it names. */
const aboutWhat = ({ code }: Problem): string => (code === 'notFound' ? 'previousLookUpCode' : 'title')

export default function Ask() {
  const { language, kind, title, formToken, procedure, bodies, communes, known, isSecond, previous, ...first } =
    useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const [subject, setSubject] = useState(title)
  const alike = useAlike(subject, first.alike)
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const failed = answered?.errors
  const typed: Readonly<Record<string, string>> = answered?.typed ?? { title, ...known }
  const errorOf = (name: string) => failed?.find((one) => one.fieldId === name)?.text
  if (answered?.sent) return <SentNote {...{ language, kind, formToken }} sent={answered.sent} />
  const kinds = petitionKinds.map((one) => ({
    href: `/hoi-dap/gui?loai=${kindSlugs[one]}${procedure ? `&thu-tuc=${procedure.code}` : ''}`,
    icon: kindIcons[one],
    text: t(kindNames[one]),
    current: one === kind,
  }))
  return (
    <PortalPage tabs={<SideNav language={language} look="tabs" items={kinds} />}>
      <Title language={language} about={kindTitles[kind]} isWrong={failed !== undefined} />
      <Columns
        shape="nav"
        onPhone="none"
        asideLabel={t(words.kinds)}
        aside={<SideNav language={language} look="side" items={kinds} />}
      >
        {failed && <ErrorSummary title={t(shared.wrong)} errors={failed} />}
        <PageTitle
          title={t(isSecond ? words.second : kindTitles[kind])}
          caption={procedure && t(words.about, { name: t(procedure.name) })}
          lead={t(isSecond ? words.secondLead : kindLeads[kind])}
        />
        {kind === 'complaint' && (
          <p>
            <a href={`/hoi-dap/gui?loai=${kindSlugs.complaint}${isSecond ? '' : '&lan=2'}`}>
              {t(isSecond ? words.toFirst : words.toSecond)}
            </a>
          </p>
        )}
        <form method="post" className="stack">
          <FormToken token={formToken} />
          <SendOnce />
          <input type="hidden" name="kind" value={kindSlugs[kind]} />
          {procedure && <input type="hidden" name="procedureCode" value={procedure.code} />}
          <div onInput={(event) => setSubject((event.target as HTMLInputElement).value)}>
            <TextField
              language={language}
              name="title"
              label={t(subjectWords[kind])}
              value={typed['title']}
              error={errorOf('title')}
              maxLength={200}
              required
            />
          </div>
          {alike.length > 0 && kind === 'question' && (
            <Notice title={t(words.alike)} icon="bulb" live>
              <LinkList links={alike.map((one) => ({ href: `/hoi-dap/${one.code}`, text: one.title }))} />
            </Notice>
          )}
          {isSecond && <SecondFields {...{ language, typed, errorOf, previous }} />}
          <AskFields {...{ language, kind, typed, errorOf, communes, bodies, isSecond }} />
          <Button>{t(words.send)}</Button>
        </form>
      </Columns>
    </PortalPage>
  )
}

const kindIcons = {
  question: 'help-circle',
  reflection: 'speakerphone',
  complaint: 'scale',
  denunciation: 'lock',
} as const

const pauseMs = 300

/** Answers like what is being typed, asked for once the fingers rest. */
function useAlike(subject: string, first: readonly { code: string; title: string }[]) {
  const { load, data: found } = useFetcher<typeof alikeLoader>()
  useEffect(() => {
    const timer = setTimeout(() => void load(`/hoi-dap/giong?tim=${encodeURIComponent(subject)}`), pauseMs)
    return () => clearTimeout(timer)
  }, [subject, load])
  return found?.rows ?? first
}
