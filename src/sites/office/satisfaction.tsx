import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { textOf } from '../form-text.ts'
import { FormToken } from '../FormToken.tsx'
import { marks } from '../marks.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { OfficePage } from './OfficePage.tsx'
import { RefusedNote } from './RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'

const words = {
  lead: {
    vi: 'Ai chấm 1 hoặc 2 trên 5 thì được lãnh đạo đơn vị trả lời.',
    en: 'Whoever marks 1 or 2 of 5 is answered by the head of the unit.',
  },
  views: { vi: 'Cách xem', en: 'Views' },
  open: { vi: 'Cần trả lời', en: 'To answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  none: { vi: 'Không có điểm thấp nào', en: 'No low marks' },
  noneText: { vi: 'Điểm thấp về việc của đơn vị bạn hiện ở đây.', en: 'Low marks about your unit show here.' },
  noComment: { vi: 'Không góp ý gì thêm.', en: 'No comment.' },
  before: { vi: 'trả lời trước {day}', en: 'answer by {day}' },
  late: { vi: 'quá hạn từ {day}', en: 'late since {day}' },
  answer: { vi: 'Trả lời người nộp', en: 'Answer the applicant' },
  hint: { vi: 'Người nộp đọc đúng những lời này ở trang của hồ sơ.', en: 'The applicant reads exactly this.' },
  send: { vi: 'Gửi trả lời', en: 'Send' },
  done: { vi: 'Đã gửi trả lời. Người nộp được báo ngay.', en: 'Sent; the applicant is told at once.' },
  desks: { vi: 'Điểm ở quầy, kiosk khác thường', en: 'Marks of desks and kiosks that stand out' },
  desksNote: {
    vi: '30 ngày qua; là lý do để xem lại, chưa phải kết luận',
    en: 'last 30 days; a reason to look, no proof',
  },
  noDesks: { vi: 'Không có gì khác thường.', en: 'Nothing stands out.' },
  at: { vi: 'Cán bộ, kiosk', en: 'Officer, kiosk' },
  rated: { vi: 'Lượt', en: 'Marks' },
  average: { vi: 'Trung bình', en: 'Average' },
  why: { vi: 'Vì sao', en: 'Why' },
  rows: { vi: '{count} dòng', en: '{count} rows' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const tab = query.get('xem') === 'xong' ? ('answered' as const) : ('open' as const)
  const after = query.get('sau') ?? undefined
  const [found, desks] = await Promise.all([
    client.services.listLowMarks({ tab, after, limit: 20 }),
    client.services.listDeskAnomalies({}),
  ])
  return { tab, after, found, desks, isDone: query.has('xong') }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    await page.client.services.answerLowMark({ id: textOf(form, 'id'), words: textOf(form, 'words') })
    return redirect('/can-bo/hai-long?xong=1')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.satisfaction, officeWords.brand)

export default function Satisfaction() {
  const { tab, after, found, desks, isDone } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language, now } = useOffice()
  const t = useSay()
  const href = tab === 'open' ? '/can-bo/hai-long' : '/can-bo/hai-long?xem=xong'
  return (
    <OfficePage done={isDone ? t(words.done) : undefined}>
      <PageHead title={t(officeWords.satisfaction)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane
          label={t(words.open)}
          head={
            <FilterChips
              label={t(words.views)}
              bar
              chips={[
                { text: t(words.open), on: tab === 'open', href: '/can-bo/hai-long' },
                { text: t(words.answered), on: tab === 'answered', href: '/can-bo/hai-long?xem=xong' },
              ]}
            />
          }
          foot={
            (after ?? found.next) && (
              <ListFoot
                language={language}
                text={t(words.rows, { count: found.rows.length })}
                newerHref={after && href}
                olderHref={found.next && `${href}${tab === 'open' ? '?' : '&'}sau=${encodeURIComponent(found.next)}`}
              />
            )
          }
        >
          {found.rows.length === 0 && <EmptyState icon="mood-smile" title={t(words.none)} text={t(words.noneText)} />}
          {found.rows.map((row) => (
            <Block
              key={row.dossierId}
              title={`${row.mark}/5 · ${t(marks.find(({ value }) => Number(value) === row.mark)?.label ?? words.open)}`}
              note={
                row.answeredAt === null
                  ? t(row.due < now ? words.late : words.before, { day: showDate(dateAt(row.due)) })
                  : showInstant(row.answeredAt, language)
              }
            >
              <NoteBox tone={row.answeredAt === null && row.due < now ? 'late' : 'plain'} icon="message">
                <p>{row.comment ?? t(words.noComment)}</p>
                <p className="quiet">
                  <a href={`/can-bo/ho-so/${row.dossierId}`}>
                    <code className="code">{row.code}</code>
                  </a>{' '}
                  {row.procedureName}, {row.unitName}
                </p>
              </NoteBox>
              {row.answer !== null ? (
                <p>
                  {row.answer} <span className="quiet">{row.answeredBy}</span>
                </p>
              ) : (
                <>
                  {refused?.typed['id'] === row.dossierId && <RefusedNote language={language} refused={refused} />}
                  <Form method="post">
                    <FormToken />
                    <SendOnce />
                    <input type="hidden" name="id" value={row.dossierId} />
                    <TextField
                      name="words"
                      id={`words-${row.dossierId}`}
                      label={t(words.answer)}
                      hint={t(words.hint)}
                      value={refused?.typed['id'] === row.dossierId ? refused.typed['words'] : undefined}
                      rows={3}
                    />
                    <ActionRow>
                      <Act icon="send" text={t(words.send)} />
                    </ActionRow>
                  </Form>
                </>
              )}
            </Block>
          ))}
        </Pane>
        <Pane label={t(words.desks)} ground="ground" still>
          <Block title={t(words.desks)} note={t(words.desksNote)}>
            {desks.length === 0 ? (
              <StatusText tone="good" icon="check">
                {t(words.noDesks)}
              </StatusText>
            ) : (
              <DataTable
                language={language}
                caption={t(words.desks)}
                inset
                columns={[
                  { key: 'name', title: t(words.at), heads: true },
                  { key: 'rated', title: t(words.rated), number: true },
                  { key: 'average', title: t(words.average), number: true },
                  { key: 'why', title: t(words.why) },
                ]}
                rows={desks.map((row) => ({
                  id: row.name + row.unitName,
                  name: row.name,
                  rated: row.rated,
                  average: row.average,
                  why: row.reasons.map((reason) => t(reason)).join('. '),
                }))}
              />
            )}
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
