import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { isPlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { TextArea } from '#ui/portal/TextField.tsx'
import type { loader } from './known.ts'
import type { Draft } from './steps.ts'

const words = {
  offered: { vi: 'Đã biết, không phải khai lại', en: 'Known already' },
  from: { vi: 'Theo {source}', en: 'From {source}' },
  fromOn: { vi: 'Theo {source}, ngày {day}', en: 'From {source}, {day}' },
  take: { vi: 'Dùng thông tin này', en: 'Use this' },
  differs: { vi: 'Khác với cơ sở dữ liệu', en: 'Not as the register says' },
  why: { vi: 'Vì sao khác', en: 'Why' },
  whyHint: {
    vi: 'Ví dụ: đã chuyển nhà, cơ sở dữ liệu chưa cập nhật. Cơ quan giải quyết đọc lý do này.',
    en: 'For example moved lately. Whoever handles it reads the reason.',
  },
  keep: { vi: 'Lưu lý do', en: 'Save the reason' },
  keepAnew: { vi: 'Sửa lý do', en: 'Change the reason' },
  filled: {
    vi: 'Đã điền sẵn từ {source}. Sai chỗ nào thì sửa ngay ở đây.',
    en: 'Filled in from {source}. Correct what is wrong.',
  },
} as const satisfies Record<string, Words>

interface KnownOffersProps {
  readonly language: Language
  readonly draft: Draft
  readonly page: string
}

/**
 * What is known for this page, each with where it is from: taken by the applicant or left. It comes beside the page; without it, or without a
 * script, the questions are answered as ever. Its buttons send the question form, elsewhere.
 */
export function KnownOffers({ language, draft, page }: KnownOffersProps) {
  const { load, data } = useFetcher<typeof loader>()
  const address = `/nop/${draft.id}/${page}/da-biet`
  const isFilledIn = draft.form.pages
    .find((one) => one.id === page)
    ?.fields.some((field) => field.prefill !== undefined)
  useEffect(() => {
    if (isFilledIn) void load(address)
  }, [isFilledIn, address, load])
  if (data === undefined) return null
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const sourceOf = ({ source, asOf }: { source: Words; asOf: string | null }) =>
    asOf !== null && isPlainDate(asOf)
      ? t(words.fromOn, { source: t(source), day: showDate(asOf) })
      : t(words.from, { source: t(source) })
  const sources = new Map(data.filled.map((one) => [one.source.vi, one.source]))
  return (
    <>
      {[...sources.values()].slice(0, 1).map((source) => (
        <Notice key={source.vi}>{t(words.filled, { source: t(source) })}</Notice>
      ))}
      {data.corrected.map((one) => (
        <Notice key={one.field} title={t(words.differs)} icon="info-circle">
          <p>{sourceOf(one)}:</p>
          <ul>
            {one.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <TextArea
            language={language}
            name={`ly-do-${one.field}`}
            id={`ly-do-${one.field}`}
            label={t(words.why)}
            hint={t(words.whyHint)}
            value={one.reason ?? ''}
            rows={2}
            maxLength={500}
          />
          <Button kind="secondary" name="giai-thich" value={one.field} formAction={address}>
            {t(one.reason === null ? words.keep : words.keepAnew)}
          </Button>
        </Notice>
      ))}
      {data.offers.map((one) => (
        <Notice key={one.field + one.from} title={t(words.offered)} icon="bulb">
          <p>{sourceOf(one)}:</p>
          <ul>
            {one.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Button kind="secondary" name="offer" value={one.offer} formAction={address}>
            {t(words.take)}
          </Button>
        </Notice>
      ))}
    </>
  )
}
