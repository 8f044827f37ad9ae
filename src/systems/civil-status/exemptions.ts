import type { Exemption } from '#engines/services/declare.ts'

const basis = 'Luật Hộ tịch 2014, Điều 11 khoản 1 điểm a'

/** Who pays no charge of civil status, whatever the province's council sets it at. */
// oxfmt-ignore
export const civilStatusExemptions: Exemption[] = [
  { ground: 'merit', percent: 100, basis, name: { vi: 'Người thuộc gia đình có công với cách mạng', en: 'Family of merit' },
    proof: { vi: 'Giấy chứng nhận gia đình có công', en: 'Proof of merit' } },
  { ground: 'poor-household', percent: 100, basis, name: { vi: 'Người thuộc hộ nghèo', en: 'Member of a poor household' },
    proof: { vi: 'Giấy chứng nhận hộ nghèo', en: 'Poor household certificate' } },
  { ground: 'disabled', percent: 100, basis, name: { vi: 'Người khuyết tật', en: 'Person with a disability' },
    proof: { vi: 'Giấy xác nhận khuyết tật', en: 'Disability certificate' } },
]
