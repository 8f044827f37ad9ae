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
import { NoteBox, StatusText, type Tone } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { textOf } from '../form-text.ts'
import { FormToken } from '../FormToken.tsx'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { lastDayOf } from './dossier/last-day.ts'
import { OfficePage } from './OfficePage.tsx'
import { RefusedNote } from './RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'

const words = {
  lead: {
    vi: 'Biết mã mà không mở được thì xin xem, nói rõ để làm gì. Lãnh đạo đơn vị đang giải quyết trả lời.',
    en: 'If you know a code and cannot open it, ask and say what for. The head of the unit at work answers.',
  },
  mine: { vi: 'Đề nghị của tôi', en: 'My requests' },
  none: { vi: 'Chưa xin xem hồ sơ nào', en: 'Nothing was asked for' },
  toAnswer: { vi: 'Chờ bạn trả lời', en: 'Waiting for your answer' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  purpose: { vi: 'Xem để làm gì', en: 'What for' },
  purposeHint: {
    vi: 'Ít nhất 10 chữ; người trả lời và nhật ký đọc câu này.',
    en: 'At least 10 letters; whoever answers and the trail read it.',
  },
  ask: { vi: 'Xin xem', en: 'Ask' },
  at: { vi: 'Lúc', en: 'At' },
  state: { vi: 'Trả lời', en: 'Answer' },
  waiting: { vi: 'Chờ trả lời', en: 'Waiting' },
  lapsed: { vi: 'Không ai trả lời trong 10 ngày', en: 'Nobody answered within 10 days' },
  granted: { vi: 'Được xem đến hết {day}', en: 'May be read until the end of {day}' },
  refused: { vi: 'Không đồng ý: {words}', en: 'Refused: {words}' },
  days: { vi: 'Cho xem mấy ngày', en: 'For how many days' },
  document: { vi: 'Số văn bản (nếu có)', en: 'Document (if any)' },
  grant: { vi: 'Cho xem', en: 'Let them read' },
  why: { vi: 'Vì sao không đồng ý', en: 'Why not' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse' },
  asked: { vi: 'Đã gửi. Có trả lời thì tin đến hộp tin nhắn.', en: 'Sent. The answer comes as a message.' },
  answered: { vi: 'Đã trả lời. Người xin được báo ngay.', en: 'Answered; who asked is told at once.' },
  readsOnly: {
    vi: 'Chỉ đọc, không xử lý, không ghi ý kiến; hết hạn thì tự đóng. Người nộp thấy việc này trên trang của mình.',
    en: 'To read only; it ends by itself. The applicant sees this on their page.',
  },
} as const satisfies Record<string, Words>

const tones: Readonly<Record<'waiting' | 'lapsed' | 'granted' | 'refused', Tone>> = {
  waiting: 'waiting',
  lapsed: 'paused',
  granted: 'good',
  refused: 'late',
}

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const query = new URL(args.request.url).searchParams
  return {
    ...(await page.client.services.listAccessRequests({})),
    code: (query.get('ma') ?? '').trim().slice(0, 60),
    done: query.get('xong'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const form = await args.request.formData()
  const text = (name: string) => textOf(form, name).trim()
  try {
    if (!form.has('id')) {
      await services.askToRead({ code: text('ma'), purpose: text('purpose') })
      return redirect('/can-bo/xin-xem?xong=asked')
    }
    const document = text('document')
    await services.answerAccessRequest({
      id: text('id'),
      answer: form.has('grant')
        ? { answer: 'granted', days: Number(text('days')), ...(document && { document }) }
        : { answer: 'refused', words: text('words') },
    })
    return redirect('/can-bo/xin-xem?xong=answered')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.askToRead, officeWords.brand)

export default function AskToRead() {
  const { mine, toAnswer, code, done } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const asking = refused?.typed['id'] === undefined ? refused : undefined
  return (
    <OfficePage done={done === 'asked' || done === 'answered' ? t(words[done]) : undefined}>
      <PageHead title={t(officeWords.askToRead)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane label={t(words.mine)}>
          {toAnswer.map((one, at) => (
            <Block key={one.id} title={t(words.toAnswer)} note={showInstant(one.askedAt, language)}>
              <NoteBox icon="user-question" tone="waiting" title={`${one.askedBy}, ${one.title}, ${one.unitName}`}>
                <p>
                  <code className="code">{one.code}</code> {one.procedureName}
                </p>
                <p>
                  {t(words.purpose)}: {one.purpose}
                </p>
              </NoteBox>
              {refused?.typed['id'] === one.id && <RefusedNote language={language} refused={refused} />}
              <Form method="post">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="id" value={one.id} />
                <FieldRow>
                  <TextField name="days" id={`days-${one.id}`} type="number" label={t(words.days)} value="7" />
                  <TextField name="document" id={`document-${one.id}`} label={t(words.document)} />
                </FieldRow>
                <p className="quiet">{t(words.readsOnly)}</p>
                <ActionRow>
                  <Act
                    kind={at === 0 ? 'primary' : 'plain'}
                    icon="check"
                    text={t(words.grant)}
                    name="grant"
                    value="1"
                  />
                </ActionRow>
              </Form>
              <Form method="post">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="id" value={one.id} />
                <TextField name="words" id={`words-${one.id}`} label={t(words.why)} />
                <ActionRow>
                  <Act icon="x" text={t(words.refuse)} />
                </ActionRow>
              </Form>
            </Block>
          ))}
          {mine.length === 0 ? (
            <EmptyState icon="eye" tone="paused" title={t(words.none)} text={t(words.lead)} />
          ) : (
            <DataTable
              language={language}
              caption={t(words.mine)}
              columns={[
                { key: 'code', title: t(words.code), width: 190, heads: true, code: true },
                { key: 'purpose', title: t(words.purpose) },
                { key: 'at', title: t(words.at), width: 170, quiet: true },
                { key: 'state', title: t(words.state) },
              ]}
              rows={mine.map((one) => ({
                id: one.id,
                ...(one.dossierId !== null && { href: `/can-bo/ho-so/${one.dossierId}` }),
                code: one.code,
                purpose: one.purpose,
                at: showInstant(one.askedAt, language),
                state: (
                  <StatusText tone={tones[one.state]} icon={one.state === 'granted' ? 'eye' : 'clock'}>
                    {t(words[one.state], {
                      day: one.endsAt === null ? '' : lastDayOf(new Date(one.endsAt).toISOString()),
                      words: one.words ?? '',
                    })}
                  </StatusText>
                ),
              }))}
            />
          )}
        </Pane>
        <Pane label={t(words.ask)} ground="ground">
          <Block title={t(words.ask)}>
            {asking && <RefusedNote language={language} refused={asking} />}
            <Form method="post">
              <FormToken />
              <SendOnce />
              <TextField name="ma" label={t(words.code)} value={asking?.typed['ma'] ?? code} required code />
              <TextField
                name="purpose"
                rows={4}
                label={t(words.purpose)}
                hint={t(words.purposeHint)}
                value={asking?.typed['purpose']}
                required
              />
              <ActionRow>
                <Act kind={toAnswer.length === 0 ? 'primary' : 'plain'} icon="eye" text={t(words.ask)} />
              </ActionRow>
            </Form>
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
