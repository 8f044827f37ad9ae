import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { chairSigns, headReviews, officeReviews } from '../one-stop/steps.ts'

const province = { unit: 'agency', key: 'UBND-TINH' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'association', title: { vi: 'Hội định lập', en: 'The association' }, fields: [
    { id: 'associationName', type: 'text', max: 200, label: { vi: 'Tên hội', en: 'Its name' },
      example: 'Hội Sinh vật cảnh tỉnh Bắc Giang',
      hint: { vi: 'Không trùng tên hội đã có trong tỉnh.', en: 'Unlike any other in the province.' } },
    { id: 'field', type: 'choice', label: { vi: 'Hoạt động chính', en: 'Main field' }, options: [
      { value: 'profession', label: { vi: 'Nghề nghiệp', en: 'A profession' } },
        { value: 'economy', label: { vi: 'Kinh tế, ngành hàng', en: 'Trade and industry' } },
      { value: 'charity', label: { vi: 'Từ thiện, nhân đạo', en: 'Charity' } },
        { value: 'culture', label: { vi: 'Văn hóa, thể thao, sở thích', en: 'Culture, sport, interests' } },
    ] },
    { id: 'aim', type: 'long-text', max: 2000, label: { vi: 'Tôn chỉ, mục đích', en: 'Purpose' } },
    { id: 'office', type: 'address', label: { vi: 'Trụ sở dự kiến', en: 'Planned office' } },
  ] },
  { id: 'members', title: { vi: 'Ban vận động, hội viên', en: 'Founders and members' }, fields: [
    { id: 'recognized', type: 'yes-no', mustBeYes: true,
      label: { vi: 'Ban vận động đã được Sở quản lý ngành công nhận',
        en: 'The founding committee is recognised by the department of the field' },
      hint: { vi: 'Chưa có thì xin công nhận trước.', en: 'If not, ask for that first.' } },
    { id: 'recognition', type: 'text', max: 60, label: { vi: 'Số quyết định công nhận',
      en: 'Number of the recognition' } },
    { id: 'founders', type: 'group', itemName: { vi: 'Thành viên ban vận động', en: 'Founder' }, min: 1, max: 20,
      label: { vi: 'Ban vận động', en: 'Founding committee' }, fields: [
        { id: 'name', type: 'text', max: 100, pattern: 'person-name', label: { vi: 'Họ tên', en: 'Name' } },
        { id: 'role', type: 'text', max: 100, label: { vi: 'Chức danh trong ban', en: 'Role' }, example: 'Ủy viên' },
      ] },
    // NĐ 45/2010 Điều 5: 50 members of one province; 100 of the whole country.
    { id: 'memberCount', type: 'number', min: 50, max: 100_000, unit: { vi: 'người', en: 'people' },
      label: { vi: 'Số người đăng ký vào hội', en: 'People who want to join' },
      hint: { vi: 'Hội của tỉnh cần ít nhất 50.', en: 'At least 50.' } },
  ] },
  { id: 'means', title: { vi: 'Tài sản, đại hội', en: 'Means and congress' }, fields: [
    { id: 'means', type: 'money', label: { vi: 'Tài sản đóng góp ban đầu', en: 'Means at the start' },
      hint: { vi: 'Không có thì ghi 0.', en: '0 if none.' } },
    { id: 'hasOffice', type: 'yes-no', label: { vi: 'Đã có nơi đặt trụ sở', en: 'There is an office' } },
    { id: 'congressOn', type: 'date', notBefore: 'today', label: { vi: 'Dự kiến đại hội', en: 'Planned congress' },
      hint: { vi: 'Trong 90 ngày từ khi được phép.', en: 'Within 90 days of the permission.' } },
  ] },
  deliveryPage,
]

/** NĐ 45/2010/NĐ-CP Điều 5–9, NĐ 33/2012: 30 working days. The department appraises and asks, the office of the province reviews, its chair decides. */
// oxfmt-ignore
export const associationFounding = completeProcedure({
  code: '2.001481', receivedAt: ['province'], owner: { agency: 'SNV', division: 'XDCQ' },
  summary: { vi: 'Dành cho ban vận động muốn lập hội hoạt động trong tỉnh.',
    en: 'For those who want to found an association in the province.' },
  form: { id: 'association-founding', pages },
  papers: [
    { id: 'charter', form: 'original', accept: ['pdf', 'office'],
      name: { vi: 'Dự thảo điều lệ', en: 'Draft charter' } },
    { id: 'plan', form: 'original', name: { vi: 'Dự kiến phương hướng hoạt động', en: 'Plan of activities' } },
    { id: 'founders', maxFiles: 20, name: { vi: 'Danh sách, lý lịch ban vận động',
      en: 'List and CVs of the founders' } },
    { id: 'recognition', name: { vi: 'Quyết định công nhận ban vận động', en: 'Recognition of the founders' } },
    { id: 'office', name: { vi: 'Giấy tờ nơi đặt trụ sở', en: 'Papers of the office' },
      when: { field: 'hasOffice', is: true } },
    { id: 'application', name: { vi: 'Đơn xin phép thành lập hội', en: 'Application' }, generated: true },
  ],
  process: { id: 'association-founding', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 8, next: 'appraise' },
    appraise: { kind: 'work', hours: 80, may: ['supplement', 'refuse'], consult: [
      { id: 'law', name: { vi: 'Sở Tư pháp, về điều lệ', en: 'Department of justice, on the charter' }, hours: 56,
        silence: 'consent',
        by: { at: { unit: 'agency', key: 'STP.HCTP' }, function: 'head' } },
    ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 16, back: ['appraise'], next: 'propose' },
    propose: { name: { vi: 'Lãnh đạo Sở trình', en: 'The department proposes' }, kind: 'work',
      by: { at: { unit: 'agency', key: 'SNV' }, function: 'deputy-leader' }, hours: 24,
      back: ['review', 'appraise'], next: 'office' },
    office: { name: officeReviews, kind: 'work', by: { at: { unit: 'agency', key: 'VPUBND.NC' }, function: 'head' },
      hours: 40, back: ['propose', 'appraise'], next: 'sign' },
    sign: { name: chairSigns, kind: 'decide', by: { at: province, function: 'leader' }, hours: 56,
      back: ['office', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', by: { at: province, function: 'clerk' }, hours: 16, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'QĐ-UBND', signer: { position: 'CHỦ TỊCH' },
      recipients: ['{applicant}', 'Sở Nội vụ', 'Công an tỉnh'], blocks: [
      { article: '1', text: 'Cho phép thành lập {answers.associationName}.' },
      { article: '2', text: 'Hội tổ chức đại hội trong 90 ngày và hoạt động theo điều lệ được phê duyệt.' },
      { fields: [
        { label: 'Lĩnh vực', value: '{answers.field}' }, { label: 'Trụ sở', value: '{answers.office}' },
        { label: 'Ban vận động', value: '{answers.founders}' },
          { label: 'Người đại diện', value: '{answers.applicant.fullName}' },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Hội chỉ trong một xã thì xin ở đâu?', en: 'An association of one commune?' },
      answer: { vi: 'UBND huyện, nếu được tỉnh ủy quyền.', en: 'At the district, if so empowered.' } },
    { ask: { vi: 'Được phép rồi làm gì tiếp?', en: 'What next?' },
      answer: { vi: 'Đại hội trong 90 ngày, rồi xin phê duyệt điều lệ.',
        en: 'A congress within 90 days, then the charter.' } },
    { ask: { vi: 'Câu lạc bộ có phải xin phép?', en: 'And a club?' },
      answer: { vi: 'Không, nếu hoạt động trong một cơ quan, trường.', en: 'Not within one body or school.' } },
  ],
})
