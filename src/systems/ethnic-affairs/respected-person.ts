import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage } from '../one-stop/pages.ts'
import { chairSigns, headReviews, officeReviews } from '../one-stop/steps.ts'

const commune = { unit: 'above', tier: 'commune' } as const
const district = { unit: 'above', tier: 'district' } as const
const province = { unit: 'agency', key: 'UBND-TINH' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'hamlet', title: { vi: 'Thôn đề nghị', en: 'The hamlet that proposes' }, fields: [
    { id: 'hamlet', type: 'text', max: 120, label: { vi: 'Thôn, bản, tổ dân phố', en: 'Hamlet' }, example: 'Bản Mậu' },
    { id: 'role', type: 'choice', label: { vi: 'Ông/bà là', en: 'You are' }, options: [
      { value: 'head', label: { vi: 'Trưởng thôn', en: 'Head of the hamlet' } },
        { value: 'front', label: { vi: 'Trưởng ban công tác Mặt trận', en: 'Head of the Front committee' } },
          { value: 'citizen', label: { vi: 'Người được thôn cử', en: 'Named by the hamlet' } },
    ] },
    { id: 'households', type: 'number', min: 1, max: 5000, unit: { vi: 'hộ', en: 'households' },
      label: { vi: 'Số hộ', en: 'Households' } },
    { id: 'minority', type: 'number', min: 1, max: 5000, unit: { vi: 'hộ', en: 'households' },
      label: { vi: 'Hộ dân tộc thiểu số', en: 'Of ethnic minorities' },
        hint: { vi: 'Thôn phải có từ một phần ba là hộ dân tộc thiểu số.', en: 'A third at least.' } },
  ] },
  { id: 'person', title: { vi: 'Người được đề nghị', en: 'The person' }, fields: [
    { id: 'person', type: 'person', birthDateAsKnown: true, label: { vi: 'Người được đề nghị', en: 'The person' },
      parts: { fullName: 'required', birthDate: 'required', sex: 'required', personalId: 'required',
        ethnicity: 'required' } },
    { id: 'kind', type: 'choice', label: { vi: 'Là', en: 'They are' }, options: [
      { value: 'elder', label: { vi: 'Già làng, trưởng dòng họ', en: 'An elder' } },
        { value: 'faith', label: { vi: 'Chức sắc, thầy mo, thầy cúng', en: 'A dignitary of faith' } },
      { value: 'work', label: { vi: 'Người làm kinh tế giỏi, nhân sĩ, cán bộ nghỉ hưu', en: 'An example in work' } },
    ] },
    { id: 'merits', type: 'long-text', max: 3000, label: { vi: 'Được tin vì những việc gì',
      en: 'Why people trust them' } },
  ] },
  { id: 'meeting', title: { vi: 'Họp thôn', en: 'The hamlet meeting' }, fields: [
    { id: 'heldOn', type: 'date', notAfter: 'today', label: { vi: 'Họp ngày', en: 'Held on' } },
    { id: 'present', type: 'number', min: 1, max: 5000, unit: { vi: 'hộ', en: 'households' },
      label: { vi: 'Số hộ dự', en: 'Present' } },
    // QĐ 12/2018 Điều 5: more than half of the households present vote for them; the officer sees to the half.
    { id: 'votes', type: 'number', min: 1, max: 5000, unit: { vi: 'hộ', en: 'households' },
      label: { vi: 'Số hộ đồng ý', en: 'In favour' }, hint: { vi: 'Phải quá nửa số hộ dự.', en: 'More than half.' } },
    { id: 'enough', type: 'yes-no', mustBeYes: true, label: { vi: 'Quá nửa số hộ trong thôn dự họp và đồng ý',
      en: 'More than half came and agreed' } },
  ] },
]

/**
 * QĐ 12/2018/QĐ-TTg Điều 4–6: hamlet → commune 5 days → district 5 → ethnic affairs 5 → chair of the province 5 [K]. Whoever is asked and
 * says nothing in time has agreed (NĐ 61/2018). Without an ethnic division the district's home affairs do it.
 */
// oxfmt-ignore
export const respectedPerson = completeProcedure({
  code: 'BG.115', receivedAt: ['commune'], owner: { agency: 'BDT', division: 'CSDT' },
  summary: { vi: 'Thôn bầu chọn, xã và huyện kiểm tra, tỉnh công nhận người có uy tín của đồng bào.',
    en: 'The hamlet chooses, commune and district check, the province recognises.' },
  timeLimits: [{ amount: 20, unit: 'working-day',
    note: { vi: 'Xã, huyện, Ban Dân tộc, Chủ tịch UBND tỉnh: mỗi nơi 5 ngày',
      en: 'Commune, district, department and chair: 5 days each' } }],
  form: { id: 'respected-person', pages },
  papers: [
    { id: 'minutes', form: 'original', maxFiles: 10, name: { vi: 'Biên bản họp thôn', en: 'Minutes of the hamlet' },
      hint: { vi: 'Có chữ ký của các hộ dự.', en: 'Signed by those present.' } },
    { id: 'life', form: 'original', name: { vi: 'Tóm tắt thành tích', en: 'Summary of merits' }, optional: true },
    { id: 'application', name: { vi: 'Văn bản đề nghị công nhận', en: 'Proposal' }, generated: true },
  ],
  process: { id: 'respected-person', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'commune' },
    commune: { name: { vi: 'UBND xã kiểm tra', en: 'The commune checks' }, kind: 'work',
      by: { at: { ...commune, division: 'VHXH' }, function: 'specialist' }, hours: 24, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'office' }], otherwise: 'commune-proposes' } },
    'commune-proposes': { name: { vi: 'Chủ tịch UBND xã đề nghị huyện', en: 'The chair of the commune proposes' },
      kind: 'work', by: { at: commune, function: 'leader' }, hours: 12, back: ['commune'], next: 'district' },
    district: { name: { vi: 'Phòng Dân tộc huyện thẩm tra', en: 'The district appraises' }, kind: 'work',
      by: { at: { ...district, division: ['DT', 'NV'] }, function: 'specialist' }, hours: 24, back: ['commune'],
        may: ['supplement'], next: 'district-proposes' },
    'district-proposes': { name: { vi: 'UBND huyện đề nghị tỉnh', en: 'The district proposes' }, kind: 'work',
      by: { at: district, function: 'deputy-leader' }, hours: 16, back: ['district'], next: 'appraise' },
    appraise: { name: { vi: 'Ban Dân tộc thẩm định', en: 'The department appraises' }, kind: 'work', hours: 32,
      may: ['refuse'], back: ['district'], consult: [
      { id: 'home-affairs', name: { vi: 'Sở Nội vụ', en: 'Department of home affairs' }, hours: 24, silence: 'consent',
        by: { at: { unit: 'agency', key: 'SNV.XDCQ' }, function: 'head' } },
      { id: 'inspectorate', name: { vi: 'Thanh tra tỉnh', en: 'Inspectorate' }, hours: 24, silence: 'consent',
        by: { at: { unit: 'agency', key: 'TTT.NV1' }, function: 'head' } },
    ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['appraise'], next: 'office' },
    office: { name: officeReviews, kind: 'work', by: { at: { unit: 'agency', key: 'VPUBND.NC' }, function: 'head' },
      hours: 16, back: ['appraise', 'review'], next: 'sign' },
    sign: { name: chairSigns, kind: 'decide', by: { at: province, function: 'leader' }, hours: 20,
      back: ['office', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', by: { at: province, function: 'clerk' }, hours: 4, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'QĐ-UBND', signer: { position: 'CHỦ TỊCH' },
      recipients: ['{applicant}', 'Ban Dân tộc', 'UBND huyện', 'UBND xã'], blocks: [
      { article: '1', text: 'Công nhận {answers.person.fullName}, dân tộc {answers.person.ethnicity}, {answers.hamlet}, là người có uy tín trong đồng bào dân tộc thiểu số.' },
      { fields: [{ label: 'Diện', value: '{answers.kind}' }, { label: 'Họp thôn',
        value: 'ngày {answers.heldOn}; {answers.votes} trên {answers.present}' }] },
      { article: '2', text: 'Được hưởng chế độ theo Quyết định số 12/2018/QĐ-TTg.' },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Mỗi thôn mấy người?', en: 'How many in a hamlet?' },
      answer: { vi: 'Một người; thôn không đủ điều kiện thì không xét.', en: 'One.' } },
    { ask: { vi: 'Được hưởng gì?', en: 'What do they get?' },
      answer: { vi: 'Báo, thăm hỏi, tập huấn, bảo hiểm y tế.',
        en: 'Newspapers, visits, training, health insurance.' } },
    { ask: { vi: 'Cơ quan được hỏi không trả lời thì sao?', en: 'If a body that is asked is silent?' },
      answer: { vi: 'Quá hạn coi như đồng ý, hồ sơ đi tiếp.', en: 'In time it counts as consent.' } },
  ],
})
