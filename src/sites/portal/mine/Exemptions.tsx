import { showDong } from '#values/money.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { sayExemption } from '#engines/services/contract.ts'
import { Notice } from '#ui/portal/Notice.tsx'

const words = {
  asked: { vi: 'Đề nghị miễn, giảm phí, lệ phí đang chờ xác nhận', en: 'Your exemption waits to be confirmed' },
  askedText: {
    vi: '{name} {amount}: nơi tiếp nhận đang xem. Bây giờ chưa phải trả gì.',
    en: '{name} {amount}: the proof is being looked at. Nothing is to be paid now.',
  },
  granted: { vi: 'Đã xác nhận miễn, giảm phí, lệ phí', en: 'Your exemption is confirmed' },
  grantedText: {
    vi: '{name} {amount}, {ground}. Phải trả {rest}.',
    en: '{name} {amount}, {ground}. To pay: {rest}.',
  },
  refused: { vi: 'Không được miễn, giảm phí, lệ phí', en: 'Your exemption was refused' },
  refusedText: { vi: '{name} {amount}. Lý do: {reason}', en: '{name} {amount}. Reason: {reason}' },
} as const satisfies Record<string, Words>

const tones = { asked: 'waiting', granted: 'good', refused: 'waiting' } as const

interface ExemptionsProps {
  readonly exemptions: Awaited<ReturnType<Client['services']['getMyDossier']>>['exemptions']
  readonly language: Language
}

/** What the applicant asked to pay less of, and what became of it. */
export function Exemptions({ exemptions, language }: ExemptionsProps) {
  const [first] = exemptions
  if (first === undefined) return null
  return (
    <Notice tone={tones[first.state]} title={say(words[first.state], language)}>
      {exemptions.map((one) => (
        <p key={one.fee}>
          {say(
            fill(words[`${first.state}Text`], {
              name: say(one.name, language),
              amount: showDong(one.fullAmount),
              ground: say(sayExemption({ ...one, name: one.groundName }), language),
              rest: showDong(one.amount),
              reason: one.reason ?? '',
            }),
            language,
          )}
        </p>
      ))}
    </Notice>
  )
}
