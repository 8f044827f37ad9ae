import { useEffect, useRef, useState } from 'react'
import {
  redirect,
  useLocation,
  useRevalidator,
  useNavigate,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { elementAt, readAt, sectionWords, sections } from '#engines/services/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { civil } from '#values/plain-date.ts'
import { textOf } from '../../form-text.ts'
import { titled } from '../../titled.ts'
import { useLastAnswer } from '../../use-last-answer.ts'
import { SavedState, WhyStopped } from '../counter/SavedState.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { Conflicts } from './Conflicts.tsx'
import { Decide } from './Decide.tsx'
import { controlsId, editorHref, sectionIn, trialHref } from './editor-address.ts'
import { ElementForm } from './ElementForm.tsx'
import { Findings } from './Findings.tsx'
import { MessageSample } from './MessageSample.tsx'
import { Outline } from './Outline.tsx'
import { outlineOf } from './outline.ts'
import { readPost } from './read-post.ts'
import { ResultSample } from './ResultSample.tsx'
import { Simulation } from './Simulation.tsx'
import { Steps } from './Steps.tsx'
import { useElementSaving } from './use-element-saving.ts'
import { useLedFocus } from './use-led-focus.ts'
import { VersionSide } from './VersionSide.tsx'
import { authoringTitle, stateWords } from './words.ts'

const words = {
  parts: { vi: 'Các phần', en: 'Parts' },
  versions: { vi: 'Phiên bản', en: 'Versions' },
  open: { vi: 'Đang mở', en: 'What is open' },
  add: { vi: 'thêm', en: 'add' },
  move: { vi: 'đổi chỗ', en: 'move' },
  nextError: { vi: 'lỗi kế tiếp', en: 'next error' },
  tryOut: { vi: 'chạy thử', en: 'try it' },
  seen: { vi: 'Xem như người dân', en: 'As a citizen sees it' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const draft = await page.client.services.getProcedureDraft({ id: args.params['id'] ?? '' })
  const versions = await page.client.services.listVersions({ code: draft.code })
  const query = new URL(args.request.url).searchParams
  const asked = query.get('o') ?? ''
  const { element } = elementAt(asked)
  const open = element === asked && (asked === '' || readAt(draft.declaration, asked) !== undefined) ? asked : ''
  const isReady = !draft.findings.some(({ weight }) => weight === 'error')
  const isTried = query.has('thu')
  const [impact, simulation] = await Promise.all([
    page.client.services.measureDraftImpact({ id: draft.id }),
    isTried && isReady ? page.client.services.simulateDraft({ id: draft.id }) : isTried ? null : undefined,
  ])
  return { draft, versions, section: sectionIn(query), open, mayWrite: draft.state === 'editing', impact, simulation }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  const query = new URL(args.request.url).searchParams
  const at = { id, revision: Number(textOf(form, 'revision')) }
  const here = (open: string, place?: string) => redirect(editorHref(id, sectionIn(query), open, place))
  try {
    switch (textOf(form, 'do')) {
      case 'submit':
        await services.submitProcedureDraft({ ...at, effectiveOn: civil(textOf(form, 'effectiveOn')) })
        return here('')
      case 'return':
        await services.returnProcedureDraft({ ...at, remark: textOf(form, 'remark') })
        return here('')
      case 'approve':
        await services.approveProcedureDraft({ ...at, document: textOf(form, 'document') })
        return here('')
      case 'decide ours':
      case 'decide theirs': {
        const take = textOf(form, 'do') === 'decide ours' ? 'ours' : 'theirs'
        await services.decideConflict({ ...at, number: Number(textOf(form, 'number')), take })
        return here('')
      }
      case 'merge':
        await services.mergeNewerVersion(at)
        return here('')
      case 'withdraw':
        await services.withdrawProcedureDraft({ id })
        return redirect('/can-bo/thu-tuc')
      default: {
        const { declaration } = await services.getProcedureDraft({ id })
        const { edits, open, at: place } = readPost(declaration, form)
        await services.editProcedureDraft({ ...at, edits: [...edits] })
        return here(open, place)
      }
    }
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.draft.name, authoringTitle)

export default function ProcedureEditor() {
  const { open, section, draft } = useLoaderData<typeof loader>()
  const refused = useLastAnswer<Refused>()?.refused
  const { key } = useLocation()
  // Saving begins anew with each element, and with whatever was pressed: what a form has changed was not typed. What was refused changed nothing,
  // and what stands in the fields stays there.
  const [begun, setBegun] = useState(key)
  if (refused === undefined && begun !== key) setBegun(key)
  useLedFocus()
  return <Editor key={`${section} ${open} ${draft.state} ${begun}`} refused={refused} />
}

function Editor({ refused }: Partial<Refused>) {
  const { draft, versions, section, open, mayWrite } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const location = useLocation()
  // As a browser does without a script: on a telephone the controls stand below the list.
  useEffect(() => {
    // In braces: some browsers answer a promise, which React would take for what ends the effect.
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [location])
  const { revalidate } = useRevalidator()
  useEffect(() => {
    // What was refused is looked at anew: the reading that followed the last save gave way to what was sent.
    if (refused !== undefined) void revalidate()
  }, [refused, revalidate])
  const { saving, changed, settled } = useElementSaving({ form, draft, open })
  const groups = outlineOf(draft.declaration, section, language, open)
  const rows = groups.flatMap((group) => [
    ...(group.path === undefined ? [] : [group.path]),
    ...group.rows.map(({ path }) => path),
  ])
  const go = (to: string | undefined) =>
    to !== undefined && settled(() => void navigate(editorHref(draft.id, section, to)))
  const beside = (by: number) => go(rows[Math.max(0, rows.indexOf(open)) + by])
  const press = (value: string) =>
    document.querySelector<HTMLButtonElement>(`button[name=do][value^="${value}"]`)?.click()
  const errors = draft.findings.filter(({ weight }) => weight === 'error')
  const nextError =
    errors[
      (errors.findIndex(({ element, section: at }) => element === open && at === section) + 1) % (errors.length || 1)
    ]
  return (
    <OfficePage
      rail
      keys={{
        send: () => settled(() => void navigate(trialHref(draft.id, ''))),
        next: () => beside(1),
        previous: () => beside(-1),
        extra: {
          n: () => press('add '),
          'alt arrowup': () => press('move -1'),
          'alt arrowdown': () => press('move 1'),
          f8: () =>
            nextError && settled(() => void navigate(editorHref(draft.id, nextError.section, nextError.element))),
        },
      }}
      hints={[
        { caps: ['N'], text: t(words.add) },
        { caps: ['Alt ↑', 'Alt ↓'], text: t(words.move) },
        { caps: ['F8'], text: t(words.nextError) },
        { caps: ['Ctrl Enter'], text: t(words.tryOut) },
      ]}
    >
      <PageHead
        title={draft.name[language]}
        text={[draft.code, draft.ownerName, t(stateWords[draft.state])].filter(Boolean).join(' · ')}
        back={{ href: '/can-bo/thu-tuc', text: t(authoringTitle) }}
        right={
          <>
            {mayWrite && <SavedState saving={saving} />}
            <Act icon="eye" text={t(words.seen)} href={`/xem-thu/${draft.id}`} />
          </>
        }
      />
      <Panes shape="edit">
        <Pane label={t(words.versions)} ground="ground" still={versions.length === 0}>
          <Decide errors={errors.length} />
          <Conflicts />
          <VersionSide />
        </Pane>
        <Pane
          label={t(words.parts)}
          head={
            <Tabs
              label={t(words.parts)}
              items={sections.map((one) => ({
                href: editorHref(draft.id, one, ''),
                text: t(sectionWords[one]),
                current: one === section,
              }))}
            />
          }
        >
          <Outline />
          {(section === 'process' || section === 'form') && <Steps />}
          {section === 'process' && <Simulation />}
          {section === 'messages' && <MessageSample form={form} />}
          {section === 'results' && rows.length > 0 && <ResultSample />}
        </Pane>
        <Pane label={t(words.open)} ground="ground">
          {refused && (
            <Block>
              <RefusedNote language={language} refused={refused} />
            </Block>
          )}
          <WhyStopped saving={saving} />
          {mayWrite && (section === 'facts' || open !== '') && (
            <div id={controlsId}>
              <ElementForm form={form} changed={changed} />
            </div>
          )}
          <Findings />
        </Pane>
      </Panes>
    </OfficePage>
  )
}
