import { fold } from '#values/text.ts'
import { textIn } from '../client/text-in.ts'

type Fields = Readonly<Record<string, unknown>>

const list = (record: Fields, name: string): readonly Fields[] => {
  const value = record[name]
  return Array.isArray(value) ? value.filter((one): one is Fields => typeof one === 'object' && one !== null) : []
}

/** As the catalogue names the ways of handing in. */
const channels: Readonly<Record<string, string>> = { '1': 'in-person', '2': 'online', '3': 'postal' }

/** Which bodies settle it says at which tiers it is; the list itself does not. */
const tiers = [
  ['province', /\b(tinh|thanh pho truc thuoc|so)\b/],
  ['district', /\b(huyen|quan|thi xa)\b/],
  ['commune', /\b(xa|phuong|thi tran)\b(?<!thi xa)/],
] as const

/** A number written with or without thousands. */
function numberOf(text: string): number | null {
  const digits = text.replaceAll(/[.,\s]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
}

/**
 * A procedure as `LayThuTuc` gives it, in the words in which the catalogue takes procedures of the national database in: nothing is
 * judged here, and what it does not say stays empty.
 */
export function asCatalogueRecord(code: string, record: Fields): Fields {
  const [field] = list(record, 'LINHVUCTHUCHIEN')
  const bodies = list(record, 'COQUANTHUCHIEN').map((one) => textIn(one, 'TENDONVI'))
  return {
    code,
    name: textIn(record, 'TENTTHC'),
    field: textIn(field, 'TENLINHVUC'),
    decision: null,
    levels: tiers.flatMap(([tier, names]) => (bodies.some((body) => names.test(fold(body))) ? [tier] : [])),
    subjects: textIn(record, 'DOITUONG')
      .split(/[;,]/)
      .flatMap((one) => one.trim() || []),
    performer: bodies.join(', '),
    authority: bodies[0] ?? '',
    channels: list(record, 'CACHTHUCTHUCHIEN').flatMap((way) => {
      const [fee] = list(way, 'PHILEPHI')
      return list(way, 'THOIGIAN').map((time) => ({
        channel: channels[textIn(way, 'KENH')] ?? textIn(way, 'KENH'),
        time: numberOf(textIn(time, 'THOIGIANGIAIQUYET')),
        unit: fold(textIn(time, 'DONVITINH')) || null,
        feeText: textIn(fee, 'MOTA'),
        feeVnd: numberOf(textIn(fee, 'SOTIEN')),
        note: textIn(time, 'MOTA'),
      }))
    }),
    papers: list(record, 'THANHPHANHOSO').flatMap((part) =>
      list(part, 'GIAYTO').map((paper) => ({ case: textIn(part, 'TRUONGHOP'), name: textIn(paper, 'TENGIAYTO') })),
    ),
    steps: list(record, 'TRINHTUTHUCHIEN')
      .flatMap((part) => list(part, 'TRINHTU').map((step) => textIn(step, 'TENTRINHTU')))
      .join('\n'),
    conditions: textIn(record, 'YEUCAU'),
    legalBasis: list(record, 'CANCUPHAPLY').map((one) => textIn(one, 'SOVANBAN')),
    results: list(record, 'KETQUATHUCHIEN').map((one) => ({ name: textIn(one, 'TENKETQUA') })),
  }
}
