import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'

const needs = { vi: 'Tự làm được không', en: 'Can it be done alone' }
const levels = [
  { value: 'yes', label: { vi: 'Tự làm được', en: 'Alone' } },
  { value: 'help', label: { vi: 'Cần giúp', en: 'With help' } },
  { value: 'no', label: { vi: 'Không làm được', en: 'Not at all' } },
]

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'person', title: { vi: 'Xin giấy cho ai', en: 'Whose certificate' }, fields: [
    { id: 'forSelf', type: 'yes-no', label: { vi: 'Xin cho chính mình', en: 'For yourself' } },
    { id: 'person', type: 'person', birthDateAsKnown: true, when: { field: 'forSelf', is: false },
      label: { vi: 'Người khuyết tật', en: 'Who has the disability' },
      parts: { fullName: 'required', birthDate: 'required', sex: 'required', personalId: 'optional' } },
    { id: 'relation', type: 'text', max: 60, when: { field: 'forSelf', is: false },
      label: { vi: 'Ông/bà là gì của người đó', en: 'You are their' } },
    { id: 'request', type: 'choice', label: { vi: 'Xin việc gì', en: 'What you ask for' }, options: [
      { value: 'first', label: { vi: 'Xác định lần đầu', en: 'A first assessment' } },
      { value: 'again', label: { vi: 'Xác định lại', en: 'A new one' },
        hint: { vi: 'Mức độ đã thay đổi.', en: 'It has changed.' } },
    ] },
    { id: 'oldNumber', type: 'text', max: 60, when: { field: 'request', is: 'again' },
      label: { vi: 'Số giấy xác nhận cũ', en: 'Number of the old one' } },
  ] },
  { id: 'disability', title: { vi: 'Khuyết tật thế nào', en: 'The disability' }, fields: [
    { id: 'kinds', type: 'choice', many: true, label: { vi: 'Dạng khuyết tật', en: 'Kinds' }, options: [
      { value: 'movement', label: { vi: 'Vận động', en: 'Movement' } },
        { value: 'hearing', label: { vi: 'Nghe, nói', en: 'Hearing, speech' } },
      { value: 'sight', label: { vi: 'Nhìn', en: 'Sight' } },
        { value: 'mind', label: { vi: 'Thần kinh, tâm thần', en: 'Mental health' } },
      { value: 'intellect', label: { vi: 'Trí tuệ', en: 'Intellect' } },
        { value: 'other', label: { vi: 'Khác', en: 'Other' } },
    ] },
    { id: 'since', type: 'date', precision: 'any', notAfter: 'today',
      label: { vi: 'Bị từ khi nào', en: 'Since when' } },
    { id: 'reason', type: 'choice', label: { vi: 'Vì sao', en: 'Why' }, options: [
      { value: 'birth', label: { vi: 'Bẩm sinh', en: 'Since birth' } },
        { value: 'illness', label: { vi: 'Bệnh', en: 'Illness' } },
      { value: 'accident', label: { vi: 'Tai nạn', en: 'Accident' } },
        { value: 'other', label: { vi: 'Lý do khác', en: 'Another reason' } },
    ] },
    { id: 'assessed', type: 'yes-no', label: { vi: 'Đã có kết luận của Hội đồng Giám định y khoa',
      en: 'A medical council has concluded already' },
      hint: { vi: 'Có thì hội đồng xã không phải xác định lại.', en: 'Then the council need not assess.' } },
  ] },
  { id: 'living', title: { vi: 'Việc hằng ngày', en: 'Daily life' },
    hint: { vi: 'Hội đồng sẽ hỏi lại khi gặp.', en: 'The council will ask again.' }, fields: [
    { id: 'walks', type: 'choice', label: { vi: 'Đi lại', en: 'Walking' }, hint: needs, options: levels },
    { id: 'eats', type: 'choice', label: { vi: 'Ăn, uống', en: 'Eating' }, hint: needs, options: levels },
    { id: 'washes', type: 'choice', label: { vi: 'Tắm rửa, vệ sinh', en: 'Washing' }, hint: needs, options: levels },
    { id: 'understands', type: 'choice', label: { vi: 'Nghe hiểu, nói cho người khác hiểu',
      en: 'Understanding and being understood' }, hint: needs, options: levels },
    { id: 'meetAt', type: 'choice', label: { vi: 'Gặp hội đồng ở đâu', en: 'Where to meet the council' }, options: [
      { value: 'commune', label: { vi: 'Ở xã hoặc trạm y tế', en: 'At the commune or health station' } },
      { value: 'home', label: { vi: 'Tại nhà', en: 'At home' },
        hint: { vi: 'Khi không đi lại được.', en: 'If walking is impossible.' } },
    ] },
  ] },
  deliveryPage,
]

/**
 * Luật Người khuyết tật 2010 Điều 15–19, TT 01/2019/TT-BLĐTBXH: the council of the commune meets, minutes are written, the conclusion
 * is posted 5 working days; 25 working days in all. Kind and degree are no answer: whoever keeps the minutes writes them into the result.
 */
// oxfmt-ignore
export const disabilityCertificate = completeProcedure({
  code: '1.001699', receivedAt: ['commune'],
  summary: { vi: 'Hội đồng của xã gặp, xác định dạng và mức độ khuyết tật; có giấy này mới xin được trợ cấp.',
    en: 'A council of the commune meets you and assesses; the certificate is needed for any allowance.' },
  form: { id: 'disability-certificate', pages },
  papers: [
    { id: 'medical', maxFiles: 10, optional: true, name: { vi: 'Bệnh án, giấy khám, phẫu thuật',
      en: 'Medical papers' } },
    { id: 'conclusion', form: 'original', name: { vi: 'Kết luận của Hội đồng Giám định y khoa',
      en: 'Conclusion of the medical council' }, when: { field: 'assessed', is: true } },
    { id: 'old', form: 'original', resultOf: ['1.001699'], name: { vi: 'Giấy xác nhận cũ', en: 'The old certificate' },
      when: { field: 'request', is: 'again' } },
    { id: 'photo', maxFiles: 2, reusableMonths: 6, name: { vi: 'Ảnh 3x4', en: '3×4 photograph' } },
    { id: 'application', name: { vi: 'Đơn đề nghị xác định mức độ khuyết tật', en: 'Application' }, generated: true },
  ],
  process: { id: 'disability-certificate', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'prepare' },
    prepare: { name: { vi: 'Chuẩn bị hồ sơ, triệu tập hội đồng', en: 'Prepare and call the council' }, kind: 'work',
      hours: 36, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'sign' }], otherwise: 'council' } },
    council: { name: { vi: 'Hội đồng họp, lập biên bản', en: 'The council meets and writes minutes' }, kind: 'work',
      meets: 'council',
      hours: 80, may: ['refuse'], back: ['prepare'],
      consult: [{ id: 'chair', name: { vi: 'Chủ tịch hội đồng kết luận', en: 'The chair of the council concludes' },
        hours: 60, silence: 'wait',
        by: { at: { unit: 'owner' }, function: 'leader' } }],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'sign' }], otherwise: 'post' } },
    post: { name: { vi: 'Niêm yết kết luận 5 ngày làm việc', en: 'The conclusion is posted for 5 working days' },
      kind: 'work', hours: 52, back: ['council'], next: 'sign' },
    sign: { kind: 'decide', hours: 20, back: ['council'], next: 'issue' },
    issue: { kind: 'issue', hours: 8, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'XNKT', signer: { position: 'CHỦ TỊCH' }, blocks: [
      { fields: [
        { label: 'Người khuyết tật', value: '{answers.person.fullName}',
          when: { field: 'answers.forSelf', is: false } },
        { label: 'Người khuyết tật', value: '{answers.applicant.fullName}',
          when: { field: 'answers.forSelf', is: true } },
        { label: 'Dạng khuyết tật', value: '…………' }, { label: 'Mức độ khuyết tật', value: '…………' },
      ] },
      { paragraph: 'Theo biên bản của Hội đồng xác định mức độ khuyết tật {unit}, hồ sơ {code}.' },
      { paragraph: 'Thay giấy xác nhận số {answers.oldNumber}.', when: { field: 'answers.request', is: 'again' } },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Không đi được thì hội đồng có đến nhà?', en: 'Does the council come home?' },
      answer: { vi: 'Có, chọn gặp tại nhà khi khai.', en: 'Yes, choose it in the form.' } },
    { ask: { vi: 'Không đồng ý kết luận thì làm gì?', en: 'What if I disagree?' },
      answer: { vi: 'Xin giám định y khoa; hội đồng xã giới thiệu.', en: 'Ask for the medical council.' } },
    { ask: { vi: 'Có giấy rồi xin trợ cấp ở đâu?', en: 'And the allowance?' },
      answer: { vi: 'Cũng ở xã, thủ tục 1.001776.', en: 'Also at the commune: 1.001776.' } },
  ],
})
