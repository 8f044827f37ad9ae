import {
  data,
  Form,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { textOf } from '../form-text.ts'
import { FormToken } from '../FormToken.tsx'
import { RefusedNote } from '../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../office/staff.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { AdminPage } from './AdminPage.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  lead: {
    vi: 'Chỉ xem, không làm được gì thay. Người đó được báo ngay, kèm lý do, và nhật ký ghi lại.',
    en: 'To look only. The person is told at once, with the reason, and the trail keeps it.',
  },
  reason: { vi: 'Lý do xem thay', en: 'Reason' },
  reasonHint: { vi: 'Ít nhất 10 chữ; chính người đó đọc câu này.', en: 'At least 10 letters; the person reads it.' },
  look: { vi: 'Xem thay', en: 'Look' },
  none: { vi: 'Nêu lý do để xem', en: 'Give a reason to look' },
  posts: { vi: 'Vị trí', en: 'Posts' },
  inbox: { vi: 'Hộp việc của người này', en: 'Their inbox' },
  count: { vi: '{open} việc, {late} quá hạn, {today} trong hôm nay', en: '{open} open, {late} late, {today} today' },
  mine: { vi: 'Việc của tôi', en: 'Mine' },
  unit: { vi: 'Việc của đơn vị', en: "The unit's" },
  delegated: { vi: 'Việc được ủy quyền', en: 'Delegated' },
  dossiers: { vi: 'Hồ sơ đang giải quyết mà người này thấy', en: 'Open dossiers that they see' },
  total: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  code: { vi: 'Mã', en: 'Code' },
  beyond: { vi: 'ngoài phạm vi quản trị của bạn', en: 'beyond your reach' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  where: { vi: 'Đang ở', en: 'With' },
  due: { vi: 'Hạn', en: 'Due' },
} as const satisfies Record<string, Words>

export function loader(args: LoaderFunctionArgs) {
  staffPage(args)
  const query = new URL(args.request.url).searchParams
  return { person: query.get('nguoi') ?? '', name: (query.get('ten') ?? '').slice(0, 100) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    const seen = await page.client.services.seeAs({ person: textOf(form, 'nguoi'), reason: textOf(form, 'reason') })
    return data({ seen })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.seeAs, adminWords.admin)

export default function SeeAs() {
  const { person, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const seen = answer && 'seen' in answer ? answer.seen : undefined
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  return (
    <AdminPage rail>
      <PageHead
        title={`${t(adminWords.seeAs)}: ${seen?.name ?? name}`}
        text={t(words.lead)}
        back={{ href: '/quan-tri/quyen', text: t(adminWords.rights) }}
      />
      <Panes shape="side">
        <Pane label={t(words.dossiers)}>
          {seen === undefined ? (
            <EmptyState icon="eye" tone="paused" title={t(words.none)} text={t(words.lead)} />
          ) : (
            <>
              <Block title={t(words.inbox)}>
                <FactRows
                  rows={[
                    { term: t(words.posts), value: seen.posts.join('; ') },
                    ...(['mine', 'unit', 'delegated'] as const).map((whose) => ({
                      term: t(words[whose]),
                      value: t(words.count, {
                        open: seen.inbox[whose].open,
                        late: seen.inbox[whose].late,
                        today: seen.inbox[whose].today,
                      }),
                    })),
                  ]}
                />
              </Block>
              <Block
                title={t(words.dossiers)}
                count={t(words.total, { count: `${seen.dossiers.open}${seen.dossiers.isCapped ? '+' : ''}` })}
              >
                <DataTable
                  language={language}
                  caption={t(words.dossiers)}
                  inset
                  columns={[
                    { key: 'code', title: t(words.code), width: 190, heads: true, code: true },
                    { key: 'procedure', title: t(words.procedure), width: 110, code: true },
                    { key: 'where', title: t(words.where) },
                    { key: 'due', title: t(words.due), width: 110 },
                  ]}
                  rows={seen.rows.map((row, at) => ({
                    id: row.code ?? String(at),
                    code: row.code ?? <span className="quiet">{t(words.beyond)}</span>,
                    procedure: row.procedureCode,
                    where: row.unitName,
                    due: showDate(dateAt(new Date(row.deadline))),
                  }))}
                />
              </Block>
            </>
          )}
        </Pane>
        <Pane label={t(words.look)} ground="ground">
          <Block title={t(words.look)}>
            <NoteBox icon="eye">{t(words.lead)}</NoteBox>
            {refused && <RefusedNote language={language} refused={refused} />}
            <Form method="post">
              <FormToken />
              <SendOnce />
              <input type="hidden" name="nguoi" value={person} />
              <TextField
                name="reason"
                rows={3}
                label={t(words.reason)}
                hint={t(words.reasonHint)}
                value={refused?.typed['reason']}
                required
              />
              <ActionRow>
                <Act kind="primary" icon="eye" text={t(words.look)} />
              </ActionRow>
            </Form>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
