import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'request', title: { vi: 'Xin chứng chỉ nào', en: 'Which certificate' }, fields: [
    { id: 'request', type: 'choice', label: { vi: 'Xin', en: 'You ask for' }, options: [
      { value: 'first', label: { vi: 'Lần đầu', en: 'A first one' } },
        { value: 'upgrade', label: { vi: 'Nâng hạng', en: 'A higher class' } },
      { value: 'renew', label: { vi: 'Gia hạn', en: 'An extension' } },
    ] },
    { id: 'oldNumber', type: 'text', max: 40, when: { field: 'request', in: ['upgrade', 'renew'] },
      label: { vi: 'Số chứng chỉ đang có', en: 'Number of the present one' } },
    { id: 'field', type: 'choice', label: { vi: 'Lĩnh vực', en: 'Field' }, options: [
      { value: 'design', label: { vi: 'Thiết kế', en: 'Design' } },
        { value: 'supervision', label: { vi: 'Giám sát thi công', en: 'Supervision' } },
      { value: 'survey', label: { vi: 'Khảo sát', en: 'Survey' } },
        { value: 'cost', label: { vi: 'Định giá', en: 'Cost' } },
          { value: 'management', label: { vi: 'Quản lý dự án', en: 'Project management' } },
    ] },
    { id: 'grade', type: 'choice', label: { vi: 'Hạng', en: 'Class' }, options: [
      { value: '2', label: { vi: 'Hạng II', en: 'II' }, hint: { vi: 'Có 4 năm kinh nghiệm.',
        en: '4 years of experience.' } },
      { value: '3', label: { vi: 'Hạng III', en: 'III' }, hint: { vi: 'Đại học 2 năm; cao đẳng, trung cấp 3 năm.',
        en: '2 years with a degree, else 3.' } },
    ] },
  ] },
  { id: 'training', title: { vi: 'Bằng cấp, kinh nghiệm', en: 'Training and experience' }, fields: [
    { id: 'diploma', type: 'text', max: 200, label: { vi: 'Chuyên ngành', en: 'Speciality' },
      example: 'Xây dựng dân dụng và công nghiệp' },
    { id: 'graduatedIn', type: 'date', precision: 'year', notAfter: 'today', notBefore: '1955-01-01',
      label: { vi: 'Năm tốt nghiệp', en: 'Year' } },
    { id: 'secondYears', type: 'number', min: 4, max: 60, unit: { vi: 'năm', en: 'years' },
      when: { field: 'grade', is: '2' }, label: { vi: 'Số năm làm trong lĩnh vực', en: 'Years in the field' } },
    { id: 'thirdYears', type: 'number', min: 2, max: 60, unit: { vi: 'năm', en: 'years' },
      when: { field: 'grade', is: '3' }, label: { vi: 'Số năm làm trong lĩnh vực', en: 'Years in the field' } },
    { id: 'works', type: 'table', max: 20, label: { vi: 'Công trình đã tham gia', en: 'Works' }, columns: [
      { id: 'work', type: 'text', max: 200, label: { vi: 'Công trình', en: 'Work' },
        example: 'Trường tiểu học Nghĩa Hưng' },
      { id: 'grade', type: 'text', max: 40, label: { vi: 'Cấp', en: 'Grade' } },
        { id: 'role', type: 'text', max: 100, label: { vi: 'Làm việc gì', en: 'Role' } },
    ] },
  ] },
  { id: 'test', title: { vi: 'Sát hạch', en: 'The test' }, fields: [
    { id: 'tested', type: 'yes-no', label: { vi: 'Đã có kết quả sát hạch còn hạn',
      en: 'A valid test result is there' }, hint: { vi: 'Kết quả dùng được 6 tháng.',
        en: 'It is valid for 6 months.' } },
    { id: 'testResult', type: 'text', max: 40, when: { field: 'tested', is: true },
      label: { vi: 'Số thông báo kết quả', en: 'Number of the result' } },
    { id: 'testLanguage', type: 'statement', when: { field: 'tested', is: false },
      label: { vi: 'Sở sẽ báo ngày thi', en: 'The department tells the day' },
      body: { vi: 'Thi trên máy tại Sở Xây dựng, 25 câu, đạt từ 20 câu.',
        en: 'On a computer at the department: 25 questions, 20 to pass.' } },
  ] },
  deliveryPage,
]

/** NĐ 100/2018 Điều 44–58, TT 172/2016: 20 days; a council considers each dossier and the test, its minutes go with the proposal. From 2021 NĐ 15/2021 [K]. */
// oxfmt-ignore
export const constructionPracticeCertificate = completeProcedure({
  code: 'BG.118', receivedAt: ['province'], owner: { agency: 'SXD', division: 'QLXD' },
  summary: { vi: 'Dành cho kỹ sư, kiến trúc sư, người giám sát xin chứng chỉ hạng II, III.',
    en: 'For engineers and supervisors: class II and III.' },
  fees: [{ amount: 300_000, name: { vi: 'Lệ phí cấp chứng chỉ', en: 'Certificate fee' } },
    { amount: 150_000, name: { vi: 'Lệ phí cấp chứng chỉ', en: 'Certificate fee' },
      when: { field: 'answers.request', is: 'renew' }, note: { vi: 'Gia hạn', en: 'Extension' } }],
  form: { id: 'construction-practice-certificate', pages },
  papers: [
    { id: 'photo', maxFiles: 2, reusableMonths: 6, name: { vi: 'Ảnh 4x6 nền trắng', en: '4×6 photograph' } },
    { id: 'diploma', maxFiles: 4, name: { vi: 'Văn bằng chuyên môn', en: 'Diploma' } },
    { id: 'experience', form: 'original', maxFiles: 10, name: { vi: 'Bản khai kinh nghiệm có xác nhận',
      en: 'Confirmed experience' } },
    { id: 'test', name: { vi: 'Kết quả sát hạch', en: 'Test result' }, when: { field: 'tested', is: true } },
    { id: 'old', resultOf: ['BG.118'], name: { vi: 'Chứng chỉ đang có', en: 'The present certificate' },
      when: { field: 'request', in: ['upgrade', 'renew'] } },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp chứng chỉ', en: 'Application' }, generated: true },
  ],
  process: { id: 'construction-practice-certificate', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'check' },
    check: { name: { vi: 'Kiểm tra hồ sơ, báo ngày sát hạch', en: 'Check, tell the day of the test' }, kind: 'work',
      hours: 24, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'council' } },
    council: { name: { vi: 'Hội đồng xét cấp họp, lập biên bản', en: 'The council considers and writes minutes' },
      kind: 'work', meets: 'council', hours: 48, may: ['refuse'], back: ['check'],
      consult: [{ id: 'chair', name: { vi: 'Chủ tịch hội đồng kết luận', en: 'The chair of the council concludes' },
        hours: 40, silence: 'wait',
        by: { at: { unit: 'agency', key: 'SXD' }, function: 'deputy-leader' } }], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['check', 'council'], next: 'sign' },
    sign: { kind: 'decide', hours: 20, back: ['review', 'check'], next: 'issue' },
    issue: { name: { vi: 'In chứng chỉ', en: 'Print the certificate' }, kind: 'issue', hours: 8, back: ['sign'],
      next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'CCHN-SXD', validMonths: 60, signer: { position: 'GIÁM ĐỐC' }, blocks: [
      { fields: [
        { label: 'Họ và tên', value: '{answers.applicant.fullName}' },
          { label: 'Số định danh', value: '{answers.applicant.personalId}' },
        { label: 'Trình độ', value: '{answers.diploma}' }, { label: 'Lĩnh vực, hạng',
          value: '{answers.field}; {answers.grade}' },
      ] },
      { paragraph: 'Thay chứng chỉ số {answers.oldNumber}.', when: { field: 'answers.request',
        in: ['upgrade', 'renew'] } },
    ] },
    { outcome: 'refused', notation: 'TB-SXD', signer: { position: 'GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Hạng I xin ở đâu?', en: 'And class I?' }, answer: { vi: 'Ở Bộ Xây dựng.', en: 'At the ministry.' } },
    { ask: { vi: 'Thi trượt thì sao?', en: 'If I fail the test?' },
      answer: { vi: 'Thi lại đợt sau; hồ sơ không phải nộp lại.', en: 'Take it again; the dossier stays.' } },
    { ask: { vi: 'Chứng chỉ có hạn mấy năm?', en: 'How long is it valid?' },
      answer: { vi: '5 năm; gia hạn trước 3 tháng.', en: '5 years; extend 3 months before.' } },
  ],
})
