import { defineComing } from '#engines/services/declare.ts'

// The law is known, what details it is not: papers, limits and the other documents stay as they stand and say so.
const notice = {
  vi: 'Từ 01/03/2027 căn cứ Luật Hộ tịch số 03/2026/QH16. Giấy tờ, thời hạn ghi ở đây còn theo hướng dẫn của luật trước.',
  en: 'From 1 March 2027 by the Law on Civil Status 03/2026/QH16. Papers and limits here still follow the guidance of the law before.',
}
const byDecree = ['03/2026/QH16', '123/2015/NĐ-CP']
const byCircular = [...byDecree, '15/2015/TT-BTP']

/** Luật Hộ tịch 03/2026/QH16 takes the place of 60/2014/QH13 on 1 March 2027. */
// oxfmt-ignore
export const lawOf2026 = defineComing({
  id: 'civil-status-law-of-2026',
  title: { vi: 'Luật Hộ tịch số 03/2026/QH16', en: 'Law on Civil Status 03/2026/QH16' },
  from: '2027-03-01',
  procedures: [
    { code: '1.001193', legalBasis: [...byCircular, { law: '63/2024/NĐ-CP', from: '2024-07-01' }], notice },
    { code: '1.000894', legalBasis: [...byDecree, '52/2014/QH13'], notice },
    { code: '1.000656', legalBasis: byDecree, notice },
    { code: '1.001022', legalBasis: byCircular, notice },
    { code: '1.000689', legalBasis: byCircular, notice },
    { code: '1.004837', legalBasis: byDecree, notice },
    { code: '1.004845', legalBasis: byDecree, notice },
    { code: '1.004859', legalBasis: byCircular, notice },
    { code: '1.004873', legalBasis: byCircular, notice },
    { code: '1.004884', legalBasis: byCircular, notice },
    { code: '1.004772', legalBasis: byCircular, notice },
    { code: '1.004746', legalBasis: byDecree, notice },
    { code: '1.005461', legalBasis: byDecree, notice },
    { code: '2.000635', legalBasis: [...byDecree, '281/2016/TT-BTC'], notice },
    { code: '2.000528', legalBasis: byDecree, notice },
    { code: '2.000806', legalBasis: byDecree, notice },
    { code: '1.001766', legalBasis: byDecree, notice },
    { code: '2.000779', legalBasis: byDecree, notice },
    { code: '2.000748', legalBasis: byDecree, notice },
    { code: '2.002189', legalBasis: byDecree, notice },
  ],
})
