import type { ProblemPlace } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { FieldRow, RadioChips, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { coApplicantName, noCoApplicant, type CoApplicantTyped } from './co-applicants.ts'
import { onScan } from './read-card.ts'

const words = {
  title: { vi: 'Người cùng nộp', en: 'Who files too' },
  lead: {
    vi: '{called}: có mặt thì đọc hồ sơ và xác nhận tại đây; vắng mặt thì phải ký tờ khai giấy. Không ai cùng nộp thì để trống.',
    en: '{called}: whoever is present reads it and confirms here; whoever is not has to sign the paper form. Nobody? Leave it empty.',
  },
  personalId: { vi: 'Số định danh, hoặc quét thẻ', en: 'Personal number, or scan the card' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  confirmed: { vi: 'Xác nhận cùng nộp', en: 'Confirmation' },
  notYet: { vi: 'Chưa', en: 'Not yet' },
  present: { vi: 'Có mặt, đã xác nhận', en: 'Present, has confirmed' },
  signed: { vi: 'Đã ký tờ khai giấy', en: 'Signed the paper form' },
  add: { vi: 'Ghi người cùng nộp', en: 'Name somebody' },
  addThis: { vi: 'Ghi {name}, có trong tờ khai', en: 'Name {name}, from the form' },
  remove: { vi: 'Bỏ tên', en: 'Take out' },
} as const satisfies Record<string, Words>

interface CoApplicantsProps {
  readonly declared: NonNullable<Awaited<ReturnType<Client['services']['prepareReception']>>['coApplicants']>
  readonly named: readonly CoApplicantTyped[]
  readonly onNamed: (named: readonly CoApplicantTyped[]) => void
  /** People of the form, who may be the ones. */
  readonly offered: readonly CoApplicantTyped[]
  readonly places: readonly ProblemPlace[]
}

/** Who files together with whoever stands at the counter, and how the officer saw each confirm. */
export function CoApplicants({ declared, named, onNamed, offered, places }: CoApplicantsProps) {
  const { language } = useOffice()
  const t = useSay()
  const isFull = named.length >= declared.most
  const change = (at: number, over: Partial<CoApplicantTyped>) =>
    onNamed(named.map((one, place) => (place === at ? { ...one, ...over } : one)))
  return (
    <Block title={t(words.title)} count={named.length || undefined}>
      <p className="quiet">{t(words.lead, { called: say(declared.called, language) })}</p>
      {named.map((one, at) => (
        <Named
          key={at}
          at={at}
          one={one}
          places={places}
          onChange={(over) => change(at, over)}
          onRemove={() => onNamed(named.filter((_, place) => place !== at))}
        />
      ))}
      {!isFull && (
        <p className="act-line">
          {offered.map((one) => (
            <Act
              key={one.personalId}
              icon="user-plus"
              text={t(words.addThis, { name: one.fullName })}
              onAct={() => onNamed([...named, one])}
            />
          ))}
          <Act icon="plus" text={t(words.add)} onAct={() => onNamed([...named, noCoApplicant])} />
        </p>
      )}
    </Block>
  )
}

interface NamedProps {
  readonly at: number
  readonly one: CoApplicantTyped
  readonly places: readonly ProblemPlace[]
  readonly onChange: (over: Partial<CoApplicantTyped>) => void
  readonly onRemove: () => void
}

function Named({ at, one, places, onChange, onRemove }: NamedProps) {
  const { language } = useOffice()
  const t = useSay()
  const wrong = (part: keyof CoApplicantTyped) => {
    const place = places.find(({ path }) => path === coApplicantName(at, part))
    return place && say(place.message, language)
  }
  const field = (part: Exclude<keyof CoApplicantTyped, 'confirmed'>, placeholder?: string) => (
    <TextField
      name={coApplicantName(at, part)}
      label={t(words[part])}
      value={one[part]}
      onText={(text) => onChange({ [part]: text })}
      error={wrong(part)}
      autoComplete="off"
      placeholder={placeholder}
      required={part === 'fullName' || part === 'personalId'}
    />
  )
  return (
    <fieldset className="dense-group co-applicant">
      <legend>{one.fullName || t(words.title)}</legend>
      <div onKeyDown={onScan(one, onChange)}>
        <FieldRow>
          {field('personalId')}
          {field('fullName')}
          {field('birthDate', '08/03/1984')}
          {field('phone', '0912345678')}
        </FieldRow>
      </div>
      <RadioChips
        name={coApplicantName(at, 'confirmed')}
        legend={t(words.confirmed)}
        value={one.confirmed}
        onValue={(confirmed) => onChange({ confirmed })}
        error={wrong('confirmed')}
        options={[
          { value: '', text: t(words.notYet) },
          { value: 'present', text: t(words.present), icon: 'user-check' },
          { value: 'signed', text: t(words.signed), icon: 'signature' },
        ]}
      />
      <Act kind="link" text={t(words.remove)} onAct={onRemove} />
    </fieldset>
  )
}
