import { useCallback, useRef, type ComponentProps, type KeyboardEvent } from 'react'
import type { ProblemPlace } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { Field, FieldRow, focusFirst, SelectField, TextField } from '#ui/office/Fields.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { applicantName } from './applicant.ts'
import { isEndOfScan, type ApplicantTyped } from './read-card.ts'

const words = {
  title: { vi: 'Người nộp', en: 'Applicant' },
  card: { vi: 'Đọc thẻ căn cước, hoặc gõ số định danh', en: 'Read the identity card, or type the number' },
  cardHint: { vi: 'Đặt con trỏ ở đây rồi quét mã trên thẻ', en: 'Put the cursor here and scan the code of the card' },
  read: { vi: 'Đọc', en: 'Read' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  personalId: { vi: 'Số định danh', en: 'Personal number' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  detail: { vi: 'Số nhà, đường, thôn', en: 'House, street, hamlet' },
  commune: { vi: 'Xã, huyện, tỉnh', en: 'Commune, district, province' },
} as const satisfies Record<string, Words>

interface Note extends Pick<ComponentProps<typeof NoteBox>, 'tone' | 'icon'> {
  readonly words: Words
  readonly link?: { readonly href: string; readonly text: Words }
}

const notes = {
  known: {
    tone: 'good',
    icon: 'check',
    words: {
      vi: 'Đã có trong hệ thống. Xem lại điện thoại, nơi ở với người nộp.',
      en: 'Known here. Check phone and address with the applicant.',
    },
  },
  unseen: {
    tone: 'soon',
    icon: 'alert-circle',
    words: {
      vi: 'Số này có tài khoản tự mở trên mạng, chưa cán bộ nào xem thẻ: người khác có thể đọc được hồ sơ này.',
      en: 'Somebody opened an account under this number online and no officer has seen a card: another person may read this dossier.',
    },
    link: {
      href: '/can-bo/quay/tai-khoan',
      text: { vi: 'Xem thẻ và cấp lại mật khẩu', en: 'See the card and give a new password' },
    },
  },
  otherName: {
    tone: 'late',
    icon: 'alert-triangle',
    words: {
      vi: 'Số này có tài khoản tự mở trên mạng với họ tên khác trên thẻ: có thể của người lạ. Đóng tài khoản ấy trước khi nhận.',
      en: 'An account was opened online under this number with another name than on the card: perhaps a stranger’s. Close it before receiving.',
    },
    link: {
      href: '/can-bo/quay/tai-khoan',
      text: { vi: 'Xem thẻ và đóng tài khoản ấy', en: 'See the card and close it' },
    },
  },
  card: {
    tone: 'good',
    icon: 'id',
    words: { vi: 'Đã đọc từ thẻ; người này nộp lần đầu.', en: 'Read from the card; first time here.' },
  },
  new: {
    tone: 'info',
    icon: 'user-plus',
    words: { vi: 'Chưa có trong hệ thống. Xin ghi các ô dưới.', en: 'Not known here. Please fill in below.' },
  },
  unreadable: {
    tone: 'soon',
    icon: 'alert-circle',
    words: {
      vi: 'Không đọc được. Cần 12 chữ số (CMND: 9) hoặc mã trên thẻ căn cước.',
      en: 'Unreadable. 12 digits (old card: 9), or the code of the card.',
    },
  },
} as const satisfies Record<string, Note>

export type ReadNote = keyof typeof notes

interface ApplicantProps {
  readonly typed: ApplicantTyped
  readonly onTyped: (typed: ApplicantTyped) => void
  readonly note: ReadNote | undefined
  readonly onCard: (card: string) => void
  /** A field of the applicant was left. */
  readonly onLeave: () => void
  readonly places: readonly ProblemPlace[]
}

/** Who stands at the counter: read from the card or by number, then put right by hand. */
export function Applicant({ typed, onTyped, note, onCard, onLeave, places }: ApplicantProps) {
  const { language } = useOffice()
  const t = useSay()
  const said: Note | undefined = note && notes[note]
  const card = useRef<HTMLInputElement>(null)
  const wrong = (part: keyof ApplicantTyped) => {
    const place = places.find((one) => one.path === applicantName(part))
    return place && say(place.message, language)
  }
  const field = (part: keyof ApplicantTyped, more: { placeholder?: string; required?: boolean } = {}) => (
    <TextField
      name={applicantName(part)}
      label={t(words[part as keyof typeof words])}
      value={typed[part]}
      onText={(text) => onTyped({ ...typed, [part]: text })}
      error={wrong(part)}
      autoComplete="off"
      {...more}
    />
  )
  // A scanner types where the cursor is.
  const isReady = useRef(typed.personalId === '' && typed.fullName === '')
  const atCard = useCallback((element: HTMLInputElement | null) => {
    card.current = element
    if (isReady.current) focusFirst(element)
  }, [])
  const read = () => {
    const text = card.current?.value ?? ''
    if (text.trim() === '') return
    onCard(text)
    if (card.current) card.current.value = ''
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isEndOfScan(event, card.current?.value ?? '')) read()
  }
  // A card that was scanned with the cursor elsewhere stands in that field.
  const onScanIntoFields = (event: KeyboardEvent) => {
    const text = event.target instanceof HTMLInputElement ? event.target.value : ''
    if (text.includes('|') && isEndOfScan(event, text)) onCard(text)
  }
  return (
    <Block title={t(words.title)}>
      <FieldRow>
        <Field id="the" label={t(words.card)} hint={t(words.cardHint)}>
          <span className="input-box">
            <input
              ref={atCard}
              id="the"
              name="the-can-cuoc"
              className="input code"
              autoComplete="off"
              spellCheck={false}
              aria-describedby="the-says"
              onKeyDown={onKeyDown}
            />
            <span className="input-after">
              <kbd>F7</kbd>
            </span>
          </span>
        </Field>
        <div className="field read-card">
          <button
            type="submit"
            name="lam-gi"
            value="doc-the"
            className="act act-plain"
            onClick={(event) => {
              event.preventDefault()
              read()
            }}
          >
            <Icon name="scan" />
            <span>{t(words.read)}</span>
          </button>
        </div>
      </FieldRow>
      {said && (
        <NoteBox tone={said.tone} icon={said.icon} live>
          <p>{t(said.words)}</p>
          {said.link && (
            <p>
              <a href={said.link.href} target="_blank" rel="noreferrer">
                {t(said.link.text)}
              </a>
            </p>
          )}
        </NoteBox>
      )}
      <div className="applicant" onBlur={onLeave} onKeyDown={onScanIntoFields}>
        <FieldRow>
          {field('fullName', { required: true })}
          {field('personalId', { required: true })}
          {field('birthDate', { placeholder: '08/03/1984' })}
        </FieldRow>
        <FieldRow>
          <SelectField
            name={applicantName('sex')}
            label={t(words.sex)}
            value={typed.sex}
            onText={(sex) => onTyped({ ...typed, sex })}
            options={[
              { value: '', text: '–' },
              { value: 'male', text: t(words.male) },
              { value: 'female', text: t(words.female) },
            ]}
          />
          {field('phone', { placeholder: '0912345678' })}
          {field('email')}
        </FieldRow>
        <FieldRow>
          {field('detail')}
          <div className={wrong('commune') ? 'field field-wrong' : 'field'}>
            <Field id={applicantName('commune')} label={t(words.commune)} error={wrong('commune')}>
              <input
                id={applicantName('commune')}
                name={applicantName('commune')}
                className="input"
                list="communes"
                autoComplete="off"
                value={typed.commune}
                aria-invalid={wrong('commune') !== undefined || undefined}
                onChange={(event) => onTyped({ ...typed, commune: event.target.value })}
              />
            </Field>
          </div>
        </FieldRow>
      </div>
    </Block>
  )
}
