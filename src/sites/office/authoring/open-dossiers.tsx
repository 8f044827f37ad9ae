import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { RadioChips } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { textOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { openDossiersHref } from './editor-address.ts'
import { MovedList } from './MovedList.tsx'
import { postedSteps } from './posted-steps.ts'
import { StepChoices } from './StepChoices.tsx'

const title: Words = { vi: 'Hồ sơ đang mở', en: 'Open dossiers' }

const words = {
  scope: { vi: 'Bản này áp dụng cho', en: 'This version is for' },
  fresh: { vi: 'Chỉ hồ sơ nộp mới', en: 'New dossiers only' },
  open: { vi: 'Cả hồ sơ đang mở', en: 'Open ones too' },
  what: {
    vi: 'Hồ sơ đang mở đi tiếp theo các bước của bản mới. Biểu mẫu, giấy tờ, câu trả lời, phí, mẫu kết quả, thời hạn và ngày đã hẹn giữ theo bản lúc nộp.',
    en: 'Open dossiers go on by the new steps. Form, papers, answers, fees, templates, limits and dates stay as when they were filed.',
  },
  save: { vi: 'Lưu cách chuyển', en: 'Keep this' },
  ifNow: { vi: 'Nếu áp dụng lúc này', en: 'If it counted now' },
  moved: { vi: 'Hồ sơ đi tiếp theo bản mới', en: 'Dossiers that go by it' },
  handedOver: { vi: 'Việc đổi người làm', en: 'Work that changes hands' },
  otherHours: { vi: 'Việc giữ người, đổi số giờ', en: 'Work with other hours' },
  deadlines: {
    vi: 'Hạn và ngày đã hẹn của hồ sơ không dời.',
    en: 'Deadlines and promised dates of dossiers do not move.',
  },
  late: { vi: 'Sẽ trễ nếu các bước dùng hết giờ', en: 'Late if each step takes its hours' },
  lateBefore: { vi: '{after} (bản cũ: {before})', en: '{after} (now: {before})' },
  stays: { vi: '{count} hồ sơ ở lại: {why}.', en: '{count} stay: {why}.' },
  putRight: { vi: 'Còn phải chọn', en: 'Still to choose' },
  notYet: { vi: 'Lưu xong, hết lỗi thì thấy bản mới động đến những gì.', en: 'Shown when nothing is wrong.' },
  unchanged: { vi: 'Hồ sơ nộp trước giữ bản cũ đến khi xong.', en: 'Earlier dossiers keep their version.' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { services } = staffPage(args).client
  const id = args.params['id'] ?? ''
  const after = new URL(args.request.url).searchParams.get('sau') ?? undefined
  const [draft, view, outcome] = await Promise.all([
    services.getProcedureDraft({ id }),
    services.viewOpenDossiers({ id }),
    services.viewMovedDossiers({ id, ...(after !== undefined && { after }) }),
  ])
  const { name, code, state, revision } = draft
  return { id, name, code, state, revision, view, outcome }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    const at = { id, revision: Number(textOf(form, 'revision')) }
    await page.client.services.chooseOpenDossiers({ ...at, steps: postedSteps(form) })
    return redirect(openDossiersHref(id))
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) => titled(matches, title, loaderData?.name)

export default function OpenDossiers() {
  const { id, name, code, state, revision, view, outcome } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const mayWrite = state === 'editing'
  return (
    <OfficePage>
      <PageHead
        title={t(title)}
        text={`${name[language]} · ${code}`}
        back={{ href: `/can-bo/thu-tuc/soan/${id}`, text: name[language] }}
      />
      <Panes shape="side">
        <Pane label={t(title)}>
          {outcome !== null && <MovedList outcome={outcome} />}
          {outcome === null && (
            <Form method="post">
              <Block>
                <FormToken />
                <SendOnce />
                <input type="hidden" name="revision" value={revision} />
                {mayWrite && (
                  <RadioChips
                    name="scope"
                    legend={t(words.scope)}
                    value={view.moves ? 'open' : 'new'}
                    options={[
                      { value: 'new', text: t(words.fresh) },
                      { value: 'open', text: t(words.open) },
                    ]}
                  />
                )}
                <p className="quiet">{t(words.what)}</p>
              </Block>
              <StepChoices view={view} mayWrite={mayWrite} />
              {mayWrite && (
                <Block>
                  <ActionRow>
                    <Act kind="primary" icon="check" text={t(words.save)} />
                  </ActionRow>
                </Block>
              )}
            </Form>
          )}
        </Pane>
        <Pane label={t(words.ifNow)} ground="ground" still>
          {refused && (
            <Block>
              <RefusedNote language={language} refused={refused} />
            </Block>
          )}
          {outcome === null && <WhatFollows />}
          {outcome?.finishedAt != null && <p className="quiet">{showInstant(outcome.finishedAt, language)}</p>}
        </Pane>
      </Panes>
    </OfficePage>
  )
}

/** What it would come to, or what is still to be put right. */
function WhatFollows() {
  const { view } = useLoaderData<typeof loader>()
  const t = useSay()
  const { preview, wrong, moves } = view
  if (!moves)
    return (
      <Block title={t(words.ifNow)} small>
        <p className="quiet">{t(words.unchanged)}</p>
      </Block>
    )
  if (preview === null)
    return (
      <Block title={t(words.putRight)} small>
        {wrong.length === 0 && <p className="quiet">{t(words.notYet)}</p>}
        <ul className="plain-list">
          {wrong.map((one, at) => (
            <li key={at}>
              <b>{t(one.where)}</b>: {t(one.words)}.
            </li>
          ))}
        </ul>
      </Block>
    )
  return (
    <Block title={t(words.ifNow)} small>
      <FactRows
        rows={[
          { term: t(words.moved), value: preview.moved },
          { term: t(words.handedOver), value: preview.handedOver },
          { term: t(words.otherHours), value: preview.otherHours },
          {
            term: t(words.late),
            value: t(words.lateBefore, { after: preview.lateAfter, before: preview.lateBefore }),
          },
        ]}
      />
      <p className="quiet">{t(words.deadlines)}</p>
      {preview.stays.map(({ why, dossiers, codes }) => (
        <NoteBox
          key={why.vi}
          tone="soon"
          icon="alert-triangle"
          title={t(words.stays, { count: dossiers, why: t(why) })}
        >
          <p className="code">{codes.join(', ')}</p>
        </NoteBox>
      ))}
    </Block>
  )
}
