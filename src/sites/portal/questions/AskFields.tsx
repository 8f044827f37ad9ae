import { say, type Language, type Words } from '#values/words.ts'
import type { PetitionKind } from '#engines/petitions/contract.ts'
import { CheckField } from '#ui/portal/ChoiceCards.tsx'
import { SelectField, TextArea, TextField } from '#ui/portal/TextField.tsx'

const words = {
  body: { vi: 'Nội dung', en: 'What you want to say' },
  bodyHint: {
    vi: 'Việc gì, ở đâu, khi nào. Không cần ghi số định danh, tài khoản.',
    en: 'What, where, when. Leave out personal and account numbers.',
  },
  place: { vi: 'Xã, phường liên quan (nếu có)', en: 'Commune it is about (if any)' },
  placeHint: { vi: 'Gõ vài chữ rồi chọn', en: 'Type a few letters and choose' },
  about: { vi: 'Nói về cơ quan nào?', en: 'Which body is it about?' },
  aboutHint: {
    vi: 'Cơ quan ấy không được giao trả lời về mình.',
    en: 'It will not be given to that body.',
  },
  firstHint: {
    vi: 'Khiếu nại lần đầu do người đứng đầu cơ quan ấy giải quyết; chưa đồng ý thì khiếu nại lần hai lên cấp trên.',
    en: 'Its head settles a complaint first; whoever disagrees complains to the level above.',
  },
  settled: { vi: 'Cơ quan nào đã giải quyết lần đầu?', en: 'Which body settled it first?' },
  settledHint: {
    vi: 'Khiếu nại được giao cho cấp trên trực tiếp của cơ quan ấy. Có mã tra cứu lần đầu thì không cần chọn.',
    en: 'It is given to the level above that body. With the code of the first complaint you need not choose.',
  },
  choose: { vi: 'Chọn cơ quan', en: 'Choose the body' },
  nobody: { vi: 'Không nói về cơ quan nào', en: 'No body in particular' },
  commune: { vi: 'Ủy ban nhân dân xã, phường đã chọn', en: 'Committee of the commune chosen' },
  district: { vi: 'Ủy ban nhân dân huyện, thành phố ấy', en: 'Committee of its district' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử (nếu có)', en: 'E-mail (if any)' },
  emailHint: { vi: 'Có trả lời thì báo vào thư này', en: 'You are told here when it is answered' },
  address: { vi: 'Nơi ở', en: 'Address' },
  mayPublish: {
    vi: 'Đồng ý đăng câu hỏi và câu trả lời cho người khác đọc, sau khi bỏ tên và dữ liệu cá nhân của tôi.',
    en: 'Others may read question and answer, without my name and personal data.',
  },
} as const satisfies Record<string, Words>

interface AskFieldsProps {
  readonly language: Language
  readonly kind: PetitionKind
  readonly typed: Readonly<Record<string, string>>
  readonly errorOf: (name: string) => string | undefined
  readonly communes: readonly { readonly code: string; readonly label: string }[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  /** A second complaint: the body is who settled the first one. */
  readonly isSecond: boolean
}

/** What is said, about whom, and by whom; the title stands before it with the answers that are there already. */
export function AskFields({ language, kind, typed, errorOf, communes, bodies, isSecond }: AskFieldsProps) {
  const t = (one: Words) => say(one, language)
  const field = (name: string) => ({ language, name, value: typed[name], error: errorOf(name) })
  return (
    <>
      <TextArea {...field('body')} label={t(words.body)} hint={t(words.bodyHint)} rows={6} maxLength={4000} required />
      <TextField {...field('place')} label={t(words.place)} hint={t(words.placeHint)} list="communes" />
      <datalist id="communes">
        {communes.map((one) => (
          <option key={one.code} value={one.label} />
        ))}
      </datalist>
      {kind !== 'question' && (
        <SelectField
          {...field('aboutUnit')}
          label={t(isSecond ? words.settled : words.about)}
          hint={t(isSecond ? words.settledHint : kind === 'complaint' ? words.firstHint : words.aboutHint)}
          options={[
            { value: '', text: t(isSecond ? words.choose : words.nobody) },
            { value: 'commune', text: t(words.commune) },
            { value: 'district', text: t(words.district) },
            ...bodies.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
      <TextField {...field('fullName')} label={t(words.fullName)} autoComplete="name" required />
      {kind === 'denunciation' && <TextField {...field('address')} label={t(words.address)} required />}
      <TextField {...field('phone')} label={t(words.phone)} inputMode="tel" autoComplete="tel" width="half" required />
      <TextField
        {...field('email')}
        label={t(words.email)}
        hint={kind === 'denunciation' ? undefined : t(words.emailHint)}
        type="email"
        autoComplete="email"
      />
      {(kind === 'question' || kind === 'reflection') && (
        <CheckField name="mayPublish" checked={typed['mayPublish'] !== 'no'}>
          {t(words.mayPublish)}
        </CheckField>
      )}
    </>
  )
}
