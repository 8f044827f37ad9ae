import { Form, data, useActionData, useNavigation, type ActionFunctionArgs, type MetaFunction } from 'react-router'
import { useState } from 'react'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { refusedAnswer, refusedAt, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { Refusal } from './CounterAct.tsx'
import { CounterPage } from './CounterPage.tsx'
import { onScan, readBirthDate } from './read-card.ts'

const words = {
  title: { vi: 'Người giám hộ, người đại diện', en: 'Guardians' },
  lead: {
    vi: 'Cha mẹ của con chưa thành niên, người giám hộ theo quyết định. Xem giấy tờ trước khi ghi: họ nộp, xem và nhận hồ sơ thay người kia.',
    en: 'Parents of a minor, guardians by decision. See the papers first: they file, read and receive for the other.',
  },
  ward: { vi: 'Người được giám hộ', en: 'The ward' },
  guardian: { vi: 'Người giám hộ', en: 'The guardian' },
  personalId: { vi: 'Số định danh, hoặc quét thẻ', en: 'Personal number, or scan the card' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  until: { vi: 'Đến hết ngày', en: 'Until the end of' },
  document: { vi: 'Theo giấy tờ: tên, số, ngày', en: 'By which document: name, number, date' },
  record: { vi: 'Ghi giám hộ', en: 'Record it' },
  end: { vi: 'Chấm dứt giám hộ', en: 'End it' },
  recorded: { vi: 'Đã ghi', en: 'Recorded' },
  ended: { vi: 'Đã chấm dứt', en: 'Ended' },
} as const satisfies Record<string, Words>

type CardField = 'personalId' | 'fullName' | 'birthDate'

export function loader(args: ActionFunctionArgs) {
  staffPage(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const document = textOf(form, 'document')
  const date = (name: string) => readBirthDate(textOf(form, name)) ?? ''
  const card = (whose: string) => ({
    fullName: textOf(form, `${whose}.fullName`),
    personalId: textOf(form, `${whose}.personalId`).replaceAll(' ', ''),
    birthDate: date(`${whose}.birthDate`),
  })
  const [ward, guardian] = [card('ward'), card('guardian')]
  try {
    if (form.has('end')) {
      const [wardNumber, guardianNumber] = [ward.personalId, guardian.personalId]
      await page.client.directory.endGuardian({ wardNumber, guardianNumber, document })
      return data({ done: 'ended' as const })
    }
    await page.client.directory.recordGuardian({ ward, guardian, until: date('until'), document })
    return data({ done: 'recorded' as const })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Guardian() {
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  const { language } = useOffice()
  const t = useSay()
  const done = answer && 'done' in answer ? answer.done : undefined
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const busy = state === 'submitting' ? '…' : undefined
  const field = (name: 'until' | 'document') => ({
    name,
    label: t(words[name]),
    value: refused?.typed[name],
    error: refusedAt(refused, name, language),
    required: true,
    autoComplete: 'off',
  })
  return (
    <CounterPage rail={false} head={<PageHead title={t(words.title)} text={t(words.lead)} />}>
      <Panes shape="one">
        <Pane label={t(words.title)}>
          <Refusal refused={refused} />
          {done && (
            <Block>
              <NoteBox tone="good" icon="check" title={t(words[done])} live />
            </Block>
          )}
          <Form method="post" key={done}>
            <FormToken />
            <SendOnce />
            <Block title={t(words.ward)} small>
              <PersonFields whose="ward" refused={refused} />
            </Block>
            <Block title={t(words.guardian)} small>
              <PersonFields whose="guardian" refused={refused} />
            </Block>
            <Block>
              <div className="citizen-account">
                <TextField {...field('until')} placeholder="31/12/2027" />
                <TextField {...field('document')} />
              </div>
              <p className="guardian-acts">
                <Act kind="primary" icon="check" text={t(words.record)} name="record" value="1" refused={busy} />
                <Act icon="x" text={t(words.end)} name="end" value="1" refused={busy} />
              </p>
            </Block>
          </Form>
        </Pane>
      </Panes>
    </CounterPage>
  )
}

/** One of the two: written, or read from the card that is scanned into the number. */
function PersonFields({ whose, refused }: { readonly whose: 'ward' | 'guardian' } & Partial<Refused>) {
  const { language } = useOffice()
  const t = useSay()
  const before = (name: CardField) => refused?.typed[`${whose}.${name}`] ?? ''
  const [typed, setTyped] = useState({
    personalId: before('personalId'),
    fullName: before('fullName'),
    birthDate: before('birthDate'),
  })
  const field = (name: CardField) => ({
    name: `${whose}.${name}`,
    label: t(words[name]),
    value: typed[name],
    onText: (text: string) => setTyped({ ...typed, [name]: text }),
    error: refusedAt(refused, `${whose}.${name}`, language),
    required: true,
    autoComplete: 'off',
  })
  return (
    <div className="citizen-account" onKeyDown={onScan(typed, setTyped)}>
      <TextField {...field('personalId')} code />
      <TextField {...field('fullName')} />
      <TextField {...field('birthDate')} placeholder="08/03/1984" />
    </div>
  )
}
