import { showDong } from '#values/money.ts'
import { say, type Words } from '#values/words.ts'
import { RadioChips } from '#ui/office/Fields.tsx'
import { sayExemption } from '#engines/services/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { typedNames } from './typed-form.ts'
import type { Saved } from './typed-form.ts'
import { counterWords } from './words.ts'

const words = {
  title: { vi: 'Trả kết quả và phí', en: 'Result and fee' },
  feeTitle: { vi: 'Phí, lệ phí', en: 'Fees' },
  resultAt: { vi: 'Nhận kết quả tại {place}', en: 'The result is handed out at {place}' },
  channel: { vi: 'Nộp bằng cách', en: 'Handed in' },
  atCounter: { vi: 'Tại quầy', en: 'At the counter' },
  byPost: { vi: 'Bưu chính', en: 'By post' },
  none: { vi: 'Thủ tục này không thu phí, lệ phí.', en: 'No fee.' },
  atResult: { vi: 'thu khi trả kết quả', en: 'taken with the result' },
  asked: { vi: 'đề nghị {ground}; nơi tiếp nhận xác nhận', en: 'asked to be {ground}; confirmed at reception' },
  seen: {
    vi: '{amount}, {ground}. Tiếp nhận là xác nhận đã xem giấy tờ của diện này.',
    en: '{amount}, {ground}. Receiving it confirms that you saw the proof.',
  },
  later: { vi: 'Chưa thu gì ở đây: trả tại nơi tiếp nhận.', en: 'Nothing is taken here: paid where it is received.' },
} as const satisfies Record<string, Words>

type Fee = Saved['fees'][number]

interface ResultAndFeesProps {
  readonly fees: Saved['fees']
  readonly counterName: string
  readonly isAssisted: boolean
  readonly posted: URLSearchParams | undefined
}

/** Where the result is handed out, how it came in, and what is taken for it; online only what it will cost. */
export function ResultAndFees({ fees, counterName, isAssisted, posted }: ResultAndFeesProps) {
  const { language } = useOffice()
  const t = useSay()
  const sayGround = (one: NonNullable<Fee['exemption']>) => t(sayExemption({ ...one, name: one.groundName }))
  const owed = fees.filter(({ amount }) => amount > 0)
  const exempt = fees.flatMap(({ exemption, ...fee }) => (exemption === undefined ? [] : [{ ...fee, exemption }]))
  const none = fees.length === 0 && <p className="quiet">{t(words.none)}</p>
  if (isAssisted)
    return (
      <Block title={t(words.feeTitle)}>
        <input type="hidden" name={typedNames.channel} value="online" />
        {none}
        {fees.map((fee) => (
          <p key={fee.id}>
            {say(fee.name, language)}: <b>{showDong(fee.exemption?.fullAmount ?? fee.amount)}</b>
            {fee.exemption && `, ${t(words.asked, { ground: sayGround(fee.exemption) })}`}
          </p>
        ))}
        {fees.length > 0 && <p className="quiet">{t(words.later)}</p>}
      </Block>
    )
  return (
    <Block title={t(words.title)}>
      <div className="fee-choices">
        <p>{t(words.resultAt, { place: counterName })}</p>
        <RadioChips
          name={typedNames.channel}
          legend={t(words.channel)}
          value={posted?.get(typedNames.channel) ?? 'counter'}
          options={[
            { value: 'counter', text: t(words.atCounter) },
            { value: 'post', text: t(words.byPost) },
          ]}
        />
        {none}
        {exempt.map(({ id, name, exemption }) => (
          <NoteBox key={id} tone="good" icon="certificate" title={say(name, language)}>
            <p>{t(words.seen, { amount: showDong(exemption.fullAmount), ground: sayGround(exemption) })}</p>
          </NoteBox>
        ))}
        {owed.map((fee) => (
          <RadioChips
            key={fee.id}
            name={`phi-${fee.id}`}
            legend={`${say(fee.name, language)} ${showDong(fee.amount)}${fee.payAt === 'result' ? ` (${t(words.atResult)})` : ''}`}
            value={posted?.get(`phi-${fee.id}`) ?? ''}
            options={[
              { value: '', text: t(counterWords.notPaid) },
              { value: 'cash', text: t(counterWords.cash), icon: 'coin' },
              { value: 'transfer', text: t(counterWords.transfer), icon: 'qrcode' },
            ]}
          />
        ))}
      </div>
    </Block>
  )
}
