import { Form, data, useActionData, useNavigation, type ActionFunctionArgs, type MetaFunction } from 'react-router'
import { useState } from 'react'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Check, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { refusedAnswer, refusedAt, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { Refusal } from './CounterAct.tsx'
import { CounterPage } from './CounterPage.tsx'
import { onScan, readBirthDate } from './read-card.ts'
import { counterWords } from './words.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'
import { FormToken } from '../../FormToken.tsx'

const words = {
  lead: {
    vi: 'Cho người đã có hồ sơ ở quầy, quên mật khẩu, hoặc số của mình đã có ai mở. Xem thẻ căn cước của người đến trước.',
    en: 'For who filed at a counter, forgot the password, or finds their number taken. See their identity card first.',
  },
  fullName: { vi: 'Họ và tên như trên thẻ', en: 'Full name as on the card' },
  personalId: { vi: 'Số định danh cá nhân, hoặc quét thẻ', en: 'Personal number, or scan the card' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  seen: {
    vi: 'Tôi đã xem thẻ căn cước, đúng người đang đứng trước quầy',
    en: 'I have seen the card, and it is of the person before me',
  },
  closesOther: {
    vi: 'Đóng tài khoản đã mở trên mạng bằng số này với họ tên hoặc ngày sinh khác; người mở được báo, không mở lại được',
    en: 'Close the account opened online under this number with another name or birth date; its opener is told, and it cannot be reopened',
  },
  guardian: { vi: 'Ghi người giám hộ, đại diện', en: 'Record a guardian' },
  open: { vi: 'Mở tài khoản cho người này', en: 'Open the account of this person' },
  opened: { vi: 'Đã mở tài khoản {login}', en: 'Account {login} is open' },
  renewed: { vi: 'Đã cấp lại mật khẩu của {login}', en: 'New password of {login}' },
  onceText: {
    vi: 'Mật khẩu dùng một lần, chép cho người dân ngay; rời trang này là không xem lại được. Đăng nhập bằng số định danh, rồi đặt mật khẩu của mình. Mọi phiên cũ đã kết thúc.',
    en: 'A password for one use: write it down for them now, it cannot be shown again. They sign in with their number and set their own. All earlier sessions have ended.',
  },
} as const satisfies Record<string, Words>

const nobody = { personalId: '', fullName: '', birthDate: '' }

export function loader(args: ActionFunctionArgs) {
  staffPage(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    // The password is answered once, never stored and never in an address.
    const opened = await page.client.identity.openAccountAtCounter({
      fullName: textOf(form, 'fullName'),
      personalId: textOf(form, 'personalId').replaceAll(' ', ''),
      birthDate: readBirthDate(textOf(form, 'birthDate')) ?? '',
      cardSeen: form.has('cardSeen') as true,
      closesOther: form.has('closesOther'),
    })
    return data({ opened })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, counterWords.account, officeWords.brand)

export default function CitizenAccount() {
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  const { language } = useOffice()
  const t = useSay()
  const opened = answer && 'opened' in answer ? answer.opened : undefined
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const asksToClose =
    refused !== undefined && (refusedAt(refused, 'closesOther', language) ?? refused.typed['closesOther'])
  return (
    <CounterPage rail={false} head={<PageHead title={t(counterWords.account)} text={t(words.lead)} />}>
      <Panes shape="one">
        <Pane label={t(counterWords.account)}>
          <Refusal refused={refused} />
          {opened && (
            <Block>
              <NoteBox
                tone="good"
                icon="lock"
                title={t(opened.isNew ? words.opened : words.renewed, { login: opened.login })}
                live
              >
                <p className="code citizen-account-once">{opened.oncePassword}</p>
                <p>{t(words.onceText)}</p>
              </NoteBox>
            </Block>
          )}
          <Block>
            <Form method="post" key={opened?.oncePassword} className="citizen-account">
              <FormToken />
              <SendOnce />
              <PersonFields refused={refused} />
              <Check name="cardSeen">{t(words.seen)}</Check>
              {asksToClose && <Check name="closesOther">{t(words.closesOther)}</Check>}
              <p className="in-line">
                <Act
                  kind="primary"
                  icon="user-plus"
                  text={t(words.open)}
                  name="mo"
                  value="1"
                  refused={state === 'submitting' ? '…' : undefined}
                />
              </p>
            </Form>
            <p className="guardian-acts">
              <Act icon="users" text={t(words.guardian)} href="/can-bo/quay/tai-khoan/giam-ho" />
            </p>
          </Block>
        </Pane>
      </Panes>
    </CounterPage>
  )
}

/** Whose account it is: written, or read from the card that is scanned into the number. */
function PersonFields({ refused }: Partial<Refused>) {
  const { language } = useOffice()
  const t = useSay()
  const [typed, setTyped] = useState({ ...nobody, ...refused?.typed })
  const field = (name: keyof typeof nobody) => ({
    name,
    label: t(words[name]),
    value: typed[name],
    onText: (text: string) => setTyped({ ...typed, [name]: text }),
    error: refusedAt(refused, name, language),
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
