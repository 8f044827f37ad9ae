import {
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
import { inGroups, kindWords, publishedKinds } from '#engines/petitions/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Check, FieldRow, RadioChips, SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { textOf } from '../../form-text.ts'
import { communesToday } from '../../communes-today.ts'
import { FormToken } from '../../FormToken.tsx'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, refusedAt, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { petitionWords as shared } from './words.ts'

const words = {
  lead: {
    vi: 'Ghi đúng lời người gọi. Tố cáo, khiếu nại không nhận qua điện thoại: hướng dẫn gửi trên cổng hoặc nộp đơn.',
    en: 'Write what the caller says. Complaints and denunciations are not taken on the phone.',
  },
  kind: { vi: 'Loại', en: 'Kind' },
  title: { vi: 'Trong một câu', en: 'In one sentence' },
  body: { vi: 'Nội dung', en: 'What was said' },
  procedure: { vi: 'Thủ tục (nếu có)', en: 'Procedure (if any)' },
  none: { vi: 'Không về thủ tục nào', en: 'None' },
  place: { vi: 'Xã, phường (nếu có)', en: 'Commune (if any)' },
  about: { vi: 'Nói về cơ quan', en: 'About the body' },
  nobody: { vi: 'Không nói về cơ quan nào', en: 'None' },
  fullName: { vi: 'Người gọi', en: 'Caller' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  mayPublish: {
    vi: 'Người gọi đồng ý đăng câu trả lời, giấu tên',
    en: 'The caller agrees that the answer is published',
  },
  enter: { vi: 'Ghi và đọc mã cho người gọi', en: 'Enter and read out the code' },
  entered: { vi: 'Đã ghi', en: 'Entered' },
  read: { vi: 'Đọc cho người gọi chép: {code}', en: 'Read out: {code}' },
  who: { vi: 'Nơi nhận', en: 'Goes to' },
  accept: { vi: 'Nhận hay không, trước', en: 'Taken up or not, by' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const [lookups, bodies, procedures] = await Promise.all([
    client.services.getLookups({}),
    client.petitions.listBodies({}),
    client.services.findProcedures({ limit: 150 }),
  ])
  return {
    bodies,
    procedures: procedures.rows.map(({ code, everydayName, name }) => ({ code, name: everydayName ?? name })),
    communes: communesToday(lookups),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  const form = await args.request.formData()
  const text = (name: string) => textOf(form, name)
  try {
    const [procedureCode, place, aboutUnit] = [text('procedureCode'), text('place'), text('aboutUnit')]
    return {
      sent: await client.petitions.enterPetition({
        kind: publishedKinds.find((kind) => kind === text('kind')) ?? 'question',
        title: text('title'),
        body: text('body'),
        ...(procedureCode && { procedureCode }),
        ...(place && { place }),
        ...(aboutUnit && { aboutUnit }),
        fullName: text('fullName'),
        phone: text('phone').replace(/[ .]/g, ''),
        mayPublish: form.has('mayPublish'),
      }),
    }
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, shared.enter, officeWords.brand)

export default function EnterPetition() {
  const { bodies, procedures, communes } = useLoaderData<typeof loader>()
  const answered = useActionData<Partial<Refused> & { sent?: Sent }>()
  const { language } = useOffice()
  const t = useSay()
  const refused = answered?.refused
  const field = (name: string) => ({
    name,
    value: refused?.typed[name] ?? '',
    error: refusedAt(refused, name, language),
  })
  return (
    <OfficePage>
      <PageHead back={{ href: '/can-bo/hoi-dap', text: t(shared.back) }} title={t(shared.enter)} text={t(words.lead)} />
      <Panes shape="one">
        <Pane label={t(shared.enter)}>
          {answered?.sent && (
            <Block>
              <NoteBox
                tone="good"
                icon="check"
                title={`${t(words.entered)}: ${answered.sent.code}. ${t(words.read, { code: inGroups(answered.sent.lookUpCode) })}`}
                live
              >
                <FactRows
                  rows={[
                    { term: t(words.who), value: answered.sent.unitName },
                    { term: t(words.accept), value: showDate(dateAt(new Date(answered.sent.acceptDue))) },
                  ]}
                />
              </NoteBox>
            </Block>
          )}
          <Block>
            {refused && <RefusedNote language={language} refused={refused} />}
            <Form method="post" key={answered?.sent?.code}>
              <FormToken />
              <RadioChips
                name="kind"
                legend={t(words.kind)}
                value={refused?.typed['kind'] ?? 'question'}
                options={publishedKinds.map((kind) => ({ value: kind, text: t(kindWords[kind]) }))}
              />
              <TextField {...field('title')} label={t(words.title)} required />
              <TextField {...field('body')} label={t(words.body)} rows={5} required />
              <FieldRow>
                <SelectField
                  {...field('procedureCode')}
                  label={t(words.procedure)}
                  options={[
                    { value: '', text: t(words.none) },
                    ...procedures.map(({ code, name }) => ({ value: code, text: t(name) })),
                  ]}
                />
                <SelectField
                  {...field('place')}
                  label={t(words.place)}
                  options={[
                    { value: '', text: '' },
                    ...communes.map(({ code, label }) => ({ value: code, text: label })),
                  ]}
                />
                <SelectField
                  {...field('aboutUnit')}
                  label={t(words.about)}
                  options={[
                    { value: '', text: t(words.nobody) },
                    ...bodies.map(({ id, name }) => ({ value: id, text: name })),
                  ]}
                />
              </FieldRow>
              <FieldRow>
                <TextField {...field('fullName')} label={t(words.fullName)} required />
                <TextField {...field('phone')} label={t(words.phone)} required />
              </FieldRow>
              <Check name="mayPublish">{t(words.mayPublish)}</Check>
              <ActionRow>
                <Act kind="primary" icon="phone" text={t(words.enter)} />
              </ActionRow>
            </Form>
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}

interface Sent {
  readonly code: string
  readonly lookUpCode: string
  readonly unitName: string
  readonly acceptDue: Date
}
