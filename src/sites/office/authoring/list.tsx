import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { textOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { authoringTitle, stateWords } from './words.ts'

const words = {
  lead: {
    vi: 'Soạn bản mới, kiểm tra, gửi duyệt; đến ngày thì tự có hiệu lực. Hồ sơ đang làm giữ bản cũ, trừ khi chọn cho đi theo.',
    en: 'Write a new version, check it, have it approved; open dossiers keep theirs.',
  },
  drafts: { vi: 'Các bản đang soạn, chờ duyệt, mới công bố', en: 'Drafts' },
  procedures: { vi: 'Thủ tục đang áp dụng', en: 'Procedures in force' },
  name: { vi: 'Thủ tục', en: 'Procedure' },
  code: { vi: 'Mã', en: 'Code' },
  state: { vi: 'Trạng thái', en: 'State' },
  saved: { vi: 'Sửa lần cuối', en: 'Last change' },
  from: { vi: 'Hiệu lực', en: 'From' },
  version: { vi: 'Bản', en: 'Version' },
  open: { vi: 'Hồ sơ mở', en: 'Open' },
  edit: { vi: 'Soạn bản mới', en: 'New version' },
  merge: { vi: 'Hợp nhất nâng cấp', en: 'Merge the upgrade' },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  press: { vi: 'Tìm', en: 'Find' },
  fresh: { vi: 'Thủ tục mới', en: 'A new procedure' },
  newName: { vi: 'Tên thủ tục', en: 'Name' },
  newCode: { vi: 'Mã thủ tục', en: 'Code' },
  codeHint: { vi: 'Mã quốc gia, hoặc mã của tỉnh như BG.118.', en: 'National, or local such as BG.118.' },
  agency: { vi: 'Cơ quan giải quyết', en: 'Agency that decides' },
  copyOf: { vi: 'Giống thủ tục', en: 'Like' },
  copyNone: { vi: 'Bắt đầu từ mẫu chung', en: 'Begin with the usual one' },
  create: { vi: 'Bắt đầu soạn', en: 'Begin' },
  foot: { vi: '{count} thủ tục', en: '{count} procedures' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { services } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const text = query.get('tim') ?? ''
  const after = query.get('sau') ?? undefined
  const [drafts, held, procedures] = await Promise.all([
    services.listProcedureDrafts({}),
    services.listHeldVersions({}),
    services.listEditableProcedures({ text, ...(after !== undefined && { after }) }),
  ])
  return { drafts, held: held.map(({ code }) => code), procedures, text }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const form = await args.request.formData()
  try {
    const code = textOf(form, 'code')
    const copyOf = textOf(form, 'copyOf')
    const { id } =
      textOf(form, 'do') === 'open'
        ? await services.openProcedureDraft(openedBy(form))
        : await services.createProcedureDraft({
            code,
            name: textOf(form, 'name'),
            agency: textOf(form, 'agency'),
            ...(copyOf !== '' && { copyOf }),
          })
    return redirect(`/can-bo/thu-tuc/soan/${id}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

/** From the version in force, from an earlier one that is to hold again, or together with an upgrade. */
function openedBy(form: FormData): Parameters<Client['services']['openProcedureDraft']>[0] {
  if (form.has('merge')) return { code: textOf(form, 'merge'), merge: true }
  const from = textOf(form, 'from')
  return { code: textOf(form, 'code'), ...(from !== '' && { from: Number(from) }) }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => titled(matches, authoringTitle, officeWords.brand)

export default function ProcedureList() {
  const { drafts, held, procedures, text } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  return (
    <OfficePage>
      <PageHead title={t(authoringTitle)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane label={t(authoringTitle)}>
          {drafts.length > 0 && (
            <Block title={t(words.drafts)} small>
              <DataTable
                language={language}
                caption={t(words.drafts)}
                inset
                columns={[
                  { key: 'name', title: t(words.name), heads: true },
                  { key: 'state', title: t(words.state), width: 140 },
                  { key: 'from', title: t(words.from), width: 110, quiet: true },
                  { key: 'saved', title: t(words.saved), width: 230, quiet: true },
                ]}
                rows={drafts.map((draft) => ({
                  id: draft.id,
                  href: `/can-bo/thu-tuc/soan/${draft.id}`,
                  name: draft.name[language],
                  state: (
                    <StatusText
                      tone={draft.state === 'published' ? 'good' : draft.state === 'editing' ? 'info' : 'soon'}
                    >
                      {t(stateWords[draft.state])}
                    </StatusText>
                  ),
                  from: draft.effectiveOn === null ? '' : showDate(draft.effectiveOn),
                  saved: `${showInstant(draft.savedAt, language)}, ${draft.savedByName}`,
                }))}
              />
            </Block>
          )}
          <Block title={t(words.procedures)} small>
            <form method="get" className="list-search">
              <TextField
                name="tim"
                type="search"
                icon="search"
                label={t(words.find)}
                labelUnseen
                placeholder={t(words.find)}
                value={text}
              />
              <Act text={t(words.press)} />
            </form>
            <Form method="post" id="mo">
              <FormToken />
              <SendOnce />
              <input type="hidden" name="do" value="open" />
            </Form>
            <DataTable
              language={language}
              caption={t(words.procedures)}
              inset
              columns={[
                { key: 'code', title: t(words.code), width: 90, code: true },
                { key: 'name', title: t(words.name), heads: true },
                { key: 'version', title: t(words.version), width: 60, number: true },
                { key: 'open', title: t(words.open), width: 80, number: true },
                { key: 'edit', title: '', width: 140 },
              ]}
              rows={procedures.rows.map((one) => ({
                id: one.code,
                href: `/quan-tri/thu-tuc/${encodeURIComponent(one.code)}`,
                code: one.code,
                name: one.name,
                version: one.number,
                open: one.openDossiers,
                edit: held.includes(one.code) ? (
                  <Act kind="link" icon="arrow-fork" text={t(words.merge)} form="mo" name="merge" value={one.code} />
                ) : (
                  <Act kind="link" icon="pencil" text={t(words.edit)} form="mo" name="code" value={one.code} />
                ),
              }))}
            />
            <ListFoot
              language={language}
              text={t(words.foot, { count: procedures.rows.length })}
              {...(procedures.next !== null && {
                olderHref: `?${new URLSearchParams({ tim: text, sau: procedures.next })}`,
              })}
            />
          </Block>
        </Pane>
        <Pane label={t(words.fresh)} ground="ground">
          {refused && (
            <Block>
              <RefusedNote language={language} refused={refused} />
            </Block>
          )}
          <Block title={t(words.fresh)}>
            <Form method="post">
              <FormToken />
              <SendOnce />
              <TextField name="name" rows={2} label={t(words.newName)} value={refused?.typed['name']} required />
              <TextField
                name="code"
                label={t(words.newCode)}
                hint={t(words.codeHint)}
                value={refused?.typed['code']}
                required
                code
              />
              <SelectField
                name="agency"
                label={t(words.agency)}
                value={refused?.typed['agency'] ?? procedures.agencies[0]?.code ?? ''}
                options={procedures.agencies.map(({ code, name }) => ({ value: code, text: name }))}
              />
              <SelectField
                name="copyOf"
                label={t(words.copyOf)}
                value={refused?.typed['copyOf'] ?? ''}
                options={[
                  { value: '', text: t(words.copyNone) },
                  ...procedures.rows
                    .filter(({ isComplete }) => isComplete)
                    .map(({ code, name }) => ({ value: code, text: name })),
                ]}
              />
              <ActionRow>
                <Act kind="primary" icon="plus" text={t(words.create)} />
              </ActionRow>
            </Form>
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
