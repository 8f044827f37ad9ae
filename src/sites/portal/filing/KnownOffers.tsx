import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { isPlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import type { loader } from './known.ts'
import type { Draft } from './steps.ts'

const words = {
  offered: { vi: 'Đã biết, không phải khai lại', en: 'Known already' },
  from: { vi: 'Theo {source}', en: 'From {source}' },
  fromOn: { vi: 'Theo {source}, ngày {day}', en: 'From {source}, {day}' },
  take: { vi: 'Dùng thông tin này', en: 'Use this' },
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
