import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

const fromOutside = { field: 'answers.way', is: 'in' }

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'pupil', title: { vi: 'Học sinh', en: 'The pupil' }, fields: [
    { id: 'relation', type: 'choice', label: { vi: 'Ông/bà là', en: 'You are' }, options: [
      { value: 'parent', label: { vi: 'Cha, mẹ', en: 'A parent' } },
        { value: 'guardian', label: { vi: 'Người giám hộ', en: 'The guardian' } },
    ] },
    { id: 'pupilName', type: 'text', max: 100, pattern: 'person-name',
      label: { vi: 'Họ tên học sinh', en: 'Name of the pupil' } },
    { id: 'pupilBorn', type: 'date', notAfter: { today: -4748 }, label: { vi: 'Ngày sinh', en: 'Date of birth' } },
    { id: 'grade', type: 'choice', label: { vi: 'Đang học lớp', en: 'Grade' }, options: [
      { value: '10', label: { vi: '10', en: '10' } }, { value: '11', label: { vi: '11', en: '11' } },
        { value: '12', label: { vi: '12', en: '12' } },
    ] },
  ] },
  { id: 'schools', title: { vi: 'Trường đi, trường đến', en: 'From which to which school' }, fields: [
    { id: 'way', type: 'choice', label: { vi: 'Chuyển', en: 'The move is' }, options: [
      { value: 'within', label: { vi: 'Trong tỉnh', en: 'Within the province' } },
        { value: 'in', label: { vi: 'Từ tỉnh khác đến', en: 'From another province' } },
          { value: 'out', label: { vi: 'Đi tỉnh khác', en: 'To another province' } },
    ] },
    { id: 'fromSchool', type: 'text', max: 200, label: { vi: 'Trường đang học', en: 'Present school' },
      example: 'THPT Lạng Giang số 1' },
    { id: 'fromKind', type: 'choice', label: { vi: 'Trường đó là', en: 'It is' }, options: [
      { value: 'public', label: { vi: 'Công lập', en: 'Public' } },
        { value: 'private', label: { vi: 'Ngoài công lập', en: 'Private' },
          hint: { vi: 'Sang công lập chỉ khi có lý do đặc biệt.', en: 'To a public one for special reasons only.' } },
    ] },
    { id: 'toSchool', type: 'text', max: 200, label: { vi: 'Trường muốn đến', en: 'School wanted' },
      example: 'THPT Ngô Sĩ Liên' },
    { id: 'agreed', type: 'yes-no', mustBeYes: true, label: { vi: 'Trường đến đã đồng ý nhận',
      en: 'That school agrees' } },
  ] },
  { id: 'reason', title: { vi: 'Vì sao', en: 'Why' }, fields: [
    { id: 'reason', type: 'choice', label: { vi: 'Lý do', en: 'Reason' }, options: [
      { value: 'move', label: { vi: 'Gia đình chuyển nơi ở', en: 'The family moves' } },
        { value: 'work', label: { vi: 'Cha, mẹ chuyển công tác', en: 'A parent is posted elsewhere' } },
          { value: 'hardship', label: { vi: 'Hoàn cảnh khó khăn', en: 'Hardship' } },
    ] },
    { id: 'reasonText', type: 'long-text', max: 1000, when: { field: 'reason', is: 'hardship' },
      label: { vi: 'Nói rõ', en: 'Say more' } },
    { id: 'from', type: 'date', notBefore: 'today', label: { vi: 'Muốn học từ ngày', en: 'From which day' },
      hint: { vi: 'Thường trong hè hoặc hết học kỳ I.', en: 'Usually in summer or after the first term.' } },
  ] },
  deliveryPage,
]

/** QĐ 51/2002/QĐ-BGDĐT Điều 5–8: 3 working days. */
// oxfmt-ignore
export const upperSecondaryTransfer = completeProcedure({
  code: '2.002478', receivedAt: ['province'], owner: { agency: 'SGDDT', division: 'GDTRH' },
  summary: { vi: 'Dành cho cha mẹ muốn chuyển trường cho con đang học lớp 10 đến 12.',
    en: 'For parents of pupils in grades 10 to 12.' },
  form: { id: 'upper-secondary-transfer', pages },
  papers: [
    { id: 'record', form: 'original', maxFiles: 10, name: { vi: 'Học bạ', en: 'School record' } },
    { id: 'diploma', name: { vi: 'Bằng tốt nghiệp trung học cơ sở', en: 'Lower secondary diploma' } },
    { id: 'letter', form: 'original', name: { vi: 'Giấy giới thiệu của trường đi',
      en: 'Letter of the present school' } },
    { id: 'province', form: 'original', name: { vi: 'Giấy giới thiệu của Sở nơi đi',
      en: 'Letter of the other department' }, when: { field: 'way', is: 'in' } },
    { id: 'posting', name: { vi: 'Quyết định điều động của cha, mẹ', en: 'Posting of the parent' },
      when: { field: 'reason', is: 'work' } },
    { id: 'hardship', form: 'original', name: { vi: 'Xác nhận của xã về hoàn cảnh', en: 'Statement of the commune' },
      when: { field: 'reason', is: 'hardship' } },
    { id: 'application', name: { vi: 'Đơn xin chuyển trường', en: 'Application' }, generated: true },
  ],
  process: { id: 'upper-secondary-transfer', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'check' },
    check: { kind: 'work', hours: 7, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }, { if: fromOutside, to: 'compare' }],
        otherwise: 'review' } },
    compare: { name: { vi: 'Đối chiếu điểm tuyển, môn học với trường đến', en: 'Compare marks and subjects' },
      kind: 'work', hours: 4, may: ['refuse'], back: ['check'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 3, back: ['check', 'compare'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 6, back: ['review', 'check'], next: 'issue' },
    issue: { kind: 'issue', hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GGT-SGDĐT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      recipients: ['{applicant}', '{answers.toSchool}'], blocks: [
      { paragraph: 'Giới thiệu học sinh {answers.pupilName}, sinh ngày {answers.pupilBorn}, lớp {answers.grade}, từ {answers.fromSchool} đến học tại {answers.toSchool} từ ngày {answers.from}.' },
      { fields: [{ label: 'Lý do', value: '{answers.reason}' },
        { label: 'Người đề nghị', value: '{answers.applicant.fullName}, {answers.relation}' }] },
    ] },
    { outcome: 'refused', notation: 'TB-SGDĐT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Chuyển giữa năm học được không?', en: 'In the middle of the year?' },
      answer: { vi: 'Chỉ khi có lý do đặc biệt.', en: 'Only for special reasons.' } },
    { ask: { vi: 'Cấp 2 nộp ở đâu?', en: 'And lower secondary?' },
      answer: { vi: 'Ở Phòng Giáo dục huyện, thủ tục 2.002481.', en: 'At the district: 2.002481.' } },
    { ask: { vi: 'Trường chuyên thì sao?', en: 'And schools for the gifted?' },
      answer: { vi: 'Phải đạt điểm tuyển của trường chuyên.', en: 'Their entry marks must be met.' } },
  ],
})
