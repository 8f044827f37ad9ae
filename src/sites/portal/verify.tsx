import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDate } from '#values/show-time.ts'
import { Problem } from '#values/errors.ts'
import { showDong } from '#values/money.ts'
import { dateAt } from '#values/plain-date.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { FactCard } from '#ui/portal/FactCard.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { ResultBand } from '#ui/portal/Notice.tsx'
import { LookupCard } from '#ui/portal/SearchBox.tsx'
import type { Client } from '#engines/contract.ts'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'
import { Named } from '#ui/Named.tsx'

type Receipt = Awaited<ReturnType<Client['payments']['verifyReceipt']>>

const words = {
  title: { vi: 'Kiểm tra giấy đã cấp', en: 'Verify an issued paper' },
  lead: {
    vi: 'Quét mã QR trên giấy, hoặc gõ mã in dưới mã QR.',
    en: 'Scan the QR code on the paper, or type the code below it.',
  },
  code: { vi: 'Mã kiểm tra', en: 'Verification code' },
  check: { vi: 'Kiểm tra', en: 'Verify' },
  valid: { vi: 'Giấy này do cơ quan nhà nước cấp', en: 'This paper was issued by the authority' },
  validText: {
    vi: 'So các điều dưới đây với giấy ông/bà đang cầm. Khác một điều thì giấy đó không phải là giấy đã cấp.',
    en: 'Compare the facts below with the paper in your hand. If one differs, it is not the paper issued.',
  },
  expired: { vi: 'Giấy này đã hết giá trị', en: 'This paper has expired' },
  revoked: { vi: 'Giấy này đã bị thu hồi', en: 'This paper was revoked' },
  revokedText: {
    vi: 'Giấy không còn giá trị. Đừng nhận, đừng dùng; người được cấp xem lý do trong hồ sơ của mình.',
    en: 'It no longer counts. Its holder reads why in their dossier.',
  },
  revokedOn: { vi: 'Thu hồi ngày', en: 'Revoked on' },
  revokedBy: { vi: 'Thu hồi theo', en: 'Revoked by' },
  void: { vi: 'Biên lai này đã bị hủy', en: 'This receipt was voided' },
  receipt: { vi: 'Biên lai thu phí, lệ phí', en: 'Receipt of a fee' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  for: { vi: 'Nộp cho', en: 'For' },
  payer: { vi: 'Người nộp', en: 'Paid by' },
  unknown: { vi: 'Không có giấy nào mang mã này', en: 'No paper carries this code' },
  unknownText: {
    vi: 'Xem lại từng ký tự. Nếu đúng mã in trên giấy mà vẫn không thấy, xin báo đường dây hỗ trợ: giấy có thể là giả.',
    en: 'Check each character. If it is what the paper says, please tell the help line: the paper may be forged.',
  },
  kind: { vi: 'Tên giấy', en: 'Paper' },
  number: { vi: 'Số', en: 'Number' },
  issued: { vi: 'Ngày cấp', en: 'Issued on' },
  unit: { vi: 'Cơ quan cấp', en: 'Issued by' },
  signer: { vi: 'Người ký', en: 'Signed by' },
  holder: { vi: 'Cấp cho', en: 'Issued to' },
  until: { vi: 'Có giá trị đến', en: 'Valid until' },
}

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const code = (new URL(args.request.url).searchParams.get('ma') ?? args.params['code'] ?? '').trim()
  if (code === '') return { language, code, paper: undefined }
  try {
    const paper = await client.services.verifyPaper({ code })
    if (paper.state !== 'unknown') return { language, code, paper }
    const receipt = await client.payments.verifyReceipt({ code })
    return receipt.state === 'unknown'
      ? { language, code, paper }
      : { language, code, paper: { state: receipt.state }, receipt }
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalidInput')
      return { language, code, paper: { state: 'unknown' as const } }
    throw error
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function Verify() {
  const { language, code, paper, receipt } = useLoaderData<typeof loader>()
  const t = (one: Words) => say(one, language)
  return (
    <PortalPage
      narrow
      top={
        paper && (
          <ResultBand tone={tones[paper.state]} title={t(words[paper.state])} lines={lines(paper.state).map(t)} />
        )
      }
    >
      {receipt && <ReceiptFacts receipt={receipt} language={language} />}
      {paper && !receipt && paper.state !== 'unknown' && (
        <FactCard
          look="ruled"
          label={t(words.title)}
          facts={[
            { term: t(words.kind), value: <Named>{paper.title}</Named> },
            { term: t(words.number), value: paper.number ?? '' },
            { term: t(words.issued), value: paper.issuedOn ? showDate(paper.issuedOn) : '' },
            { term: t(words.unit), value: <Named>{paper.unitName}</Named> },
            { term: t(words.signer), value: <Named>{paper.signer}</Named> },
            { term: t(words.holder), value: <Named>{paper.holder}</Named> },
            ...(paper.revokedOn ? [{ term: t(words.revokedOn), value: showDate(paper.revokedOn) }] : []),
            ...(paper.revokedDecision
              ? [{ term: t(words.revokedBy), value: <Named>{paper.revokedDecision}</Named> }]
              : []),
            ...(paper.validUntil ? [{ term: t(words.until), value: showDate(paper.validUntil) }] : []),
          ]}
        />
      )}
      {!paper && <PageTitle title={t(words.title)} lead={t(words.lead)} />}
      <LookupCard action="/kiem-tra" name="ma" label={t(words.code)} value={code} submit={t(words.check)} />
    </PortalPage>
  )
}

/** What a receipt says, to be compared with the paper in the hand. */
function ReceiptFacts({ receipt, language }: { readonly receipt: Receipt; readonly language: Language }) {
  const t = (one: Words) => say(one, language)
  return (
    <FactCard
      look="ruled"
      label={t(words.title)}
      facts={[
        { term: t(words.kind), value: t(words.receipt) },
        { term: t(words.number), value: `${receipt.symbol} ${receipt.number}` },
        { term: t(words.issued), value: receipt.issuedAt ? showDate(dateAt(receipt.issuedAt)) : '' },
        { term: t(words.amount), value: showDong(receipt.amount ?? 0) },
        { term: t(words.for), value: <Named>{receipt.serviceName}</Named> },
        { term: t(words.unit), value: <Named>{receipt.unitName}</Named> },
        { term: t(words.payer), value: <Named>{receipt.payer}</Named> },
      ]}
    />
  )
}

const tones = { valid: 'good', expired: 'paused', revoked: 'late', void: 'late', unknown: 'late' } as const

const texts: Readonly<Partial<Record<keyof typeof tones, Words>>> = {
  valid: words.validText,
  revoked: words.revokedText,
  unknown: words.unknownText,
}

const lines = (state: keyof typeof tones): Words[] => {
  const text = texts[state]
  return text === undefined ? [] : [text]
}
