import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'

const registry = { unit: 'owner', division: 'TCKH' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'business', title: { vi: 'Hộ kinh doanh đang có', en: 'The business as it is' },
    hint: { vi: 'Ghi đúng như trên giấy chứng nhận.', en: 'As on the certificate.' }, fields: [
      { id: 'certificateNumber', type: 'text', max: 30, label: { vi: 'Số giấy chứng nhận', en: 'Certificate number' } },
      { id: 'issuedOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày cấp', en: 'Date of issue' } },
      { id: 'businessName', type: 'text', max: 120, label: { vi: 'Tên hộ kinh doanh', en: 'Name of the business' } },
      { id: 'place', type: 'address', label: { vi: 'Nơi kinh doanh', en: 'Place of business' } },
    ] },
  { id: 'changes', title: { vi: 'Muốn đổi gì', en: 'What changes' }, fields: [
    { id: 'changes', type: 'choice', many: true, label: { vi: 'Muốn đổi gì', en: 'What changes' },
      hint: { vi: 'Chọn tất cả những gì đổi.', en: 'Select all that change.' }, options: [
        { value: 'name', label: { vi: 'Tên', en: 'Name' } }, { value: 'place', label: { vi: 'Địa chỉ', en: 'Place' } },
        { value: 'lines', label: { vi: 'Ngành nghề', en: 'Lines' } },
        { value: 'capital', label: { vi: 'Vốn', en: 'Capital' } },
        { value: 'members', label: { vi: 'Người góp vốn', en: 'Members' } },
        { value: 'head', label: { vi: 'Người đại diện', en: 'Representative' } },
      ] },
    { id: 'changedOn', type: 'date', notAfter: 'today', label: { vi: 'Đổi từ ngày nào', en: 'Changed on' },
      hint: { vi: 'Báo trong 10 ngày làm việc kể từ ngày đó.', en: 'Notify within 10 working days of it.' } },
  ] },
  { id: 'new-place', title: { vi: 'Tên, địa chỉ mới', en: 'New name or place' },
    when: { field: 'changes', in: ['name', 'place'] }, fields: [
      { id: 'newName', type: 'text', max: 120, when: { field: 'changes', in: ['name'] },
        label: { vi: 'Tên mới', en: 'New name' } },
      { id: 'newPlace', type: 'address', when: { field: 'changes', in: ['place'] },
        label: { vi: 'Địa chỉ mới', en: 'New place' },
        hint: { vi: 'Sang huyện khác thì nộp ở huyện mới.', en: 'In another district, file there.' } },
    ] },
  { id: 'new-people', title: { vi: 'Người góp vốn, đại diện mới', en: 'New members or representative' },
    when: { field: 'changes', in: ['members', 'head'] }, fields: [
      { id: 'newMembers', type: 'group', itemName: { vi: 'Người góp vốn', en: 'Member' }, max: 15,
        label: { vi: 'Toàn bộ người góp vốn sau khi đổi', en: 'All members after the change' },
        when: { field: 'changes', in: ['members'] }, fields: [
          { id: 'name', type: 'text', max: 100, pattern: 'person-name', label: { vi: 'Họ tên', en: 'Name' } },
          { id: 'personalId', type: 'text', pattern: 'personal-id',
            label: { vi: 'Số định danh', en: 'Personal number' } },
          { id: 'share', type: 'money', label: { vi: 'Góp bao nhiêu', en: 'Contribution' } },
        ] },
      { id: 'newShares', type: 'computed', result: 'money', label: { vi: 'Các thành viên góp', en: 'Given by members' },
        formula: { sum: ['newMembers.share'] }, when: { field: 'changes', in: ['members'] } },
      { id: 'newHead', type: 'person', when: { field: 'changes', in: ['head'] },
        label: { vi: 'Người đại diện mới', en: 'New representative' },
        parts: { fullName: 'required', birthDate: 'required', personalId: 'required', phone: 'required' } },
    ] },
  { id: 'new-lines', title: { vi: 'Ngành nghề, vốn mới', en: 'New lines or capital' },
    when: { field: 'changes', in: ['lines', 'capital', 'members'] }, fields: [
      { id: 'newLines', type: 'group', itemName: { vi: 'Ngành nghề', en: 'Line' }, max: 20,
        label: { vi: 'Toàn bộ ngành nghề sau khi đổi', en: 'All lines after the change' },
        when: { field: 'changes', in: ['lines'] }, fields: [
          { id: 'line', type: 'text', max: 200, label: { vi: 'Nghề gì', en: 'What' } },
          { id: 'code', type: 'text', pattern: 'industry-code', optional: true, label: { vi: 'Mã ngành', en: 'Code' } },
        ] },
      // What members give is part of the capital: when they change it is stated anew, or it could be less than their shares.
      { id: 'newCapital', type: 'money', min: 1, notBelow: 'newShares',
        when: { field: 'changes', in: ['capital', 'members'] }, label: { vi: 'Vốn sau khi đổi', en: 'Capital after it' },
        hint: { vi: 'Tổng số tiền bỏ ra, kể cả phần của thành viên; không đổi thì ghi như trên giấy cũ.',
          en: 'In all, with what members give; if it stays, as on the old certificate.' } },
    ] },
  deliveryPage,
]

/** NĐ 78/2015/NĐ-CP Điều 75, NĐ 108/2018; later NĐ 01/2021 and NĐ 168/2025 [K]. The old certificate is given back. */
// oxfmt-ignore
export const householdBusinessChange = completeProcedure({
  code: '2.000720', receivedAt: ['district'],
  summary: { vi: 'Dành cho hộ kinh doanh đổi tên, địa chỉ, ngành nghề, vốn, người góp vốn hoặc người đại diện.',
    en: 'For a household business that changes its name, place, lines, capital or people.' },
  fees: [{ amount: 100_000, name: { vi: 'Lệ phí đăng ký', en: 'Registration fee' } }],
  form: { id: 'household-business-change', pages },
  papers: [
    { id: 'certificate', form: 'original', resultOf: ['1.001612', '2.000720'],
      name: { vi: 'Giấy chứng nhận đang có', en: 'The present certificate' },
      hint: { vi: 'Gửi ảnh chụp; nộp bản gốc khi nhận giấy mới.', en: 'A photo; hand it in for the new one.' } },
    { id: 'minutes', reusableMonths: 0, name: { vi: 'Biên bản họp nhóm về việc thay đổi', en: 'Minutes of the members' },
      when: { field: 'changes', in: ['members', 'capital'] }, optional: true },
    { id: 'identity', name: { vi: 'Giấy tờ tùy thân của người mới', en: 'Identity cards of the new people' },
      when: { field: 'changes', in: ['members', 'head'] }, maxFiles: 20 },
    { id: 'application', name: { vi: 'Thông báo thay đổi nội dung đăng ký', en: 'Notice of change' }, generated: true },
  ],
  process: { id: 'household-business-change', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'appraise' },
    appraise: { kind: 'work', hours: 14, may: ['supplement', 'refuse'], next: 'sign' },
    sign: { kind: 'decide', by: { at: registry, function: 'head' }, hours: 6, back: ['appraise'], next: 'issue' },
    issue: { kind: 'issue', by: { at: registry, function: 'specialist' }, hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { name: { vi: 'Thu giấy cũ, trả giấy mới', en: 'Take the old, give the new' }, kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'ĐKHKD-TCKH', signer: { position: 'TRƯỞNG PHÒNG' }, blocks: [
      { paragraph: 'Thay giấy chứng nhận số {answers.certificateNumber} cấp ngày {answers.issuedOn}.' },
      { fields: [
        { label: 'Tên hộ kinh doanh', value: '{answers.businessName}' },
        { label: 'Nội dung thay đổi', value: '{answers.changes}' },
        { label: 'Tên mới', value: '{answers.newName}', when: { field: 'answers.changes', is: 'name' } },
        { label: 'Địa điểm mới', value: '{answers.newPlace}', when: { field: 'answers.changes', is: 'place' } },
        { label: 'Ngành, nghề mới', value: '{answers.newLines}', when: { field: 'answers.changes', is: 'lines' } },
        { label: 'Vốn kinh doanh', value: '{answers.newCapital}', when: { field: 'answers.changes', in: ['capital', 'members'] } },
        { label: 'Thành viên góp vốn', value: '{answers.newMembers}', when: { field: 'answers.changes', is: 'members' } },
        { label: 'Người đại diện mới', value: '{answers.newHead.fullName}', when: { field: 'answers.changes', is: 'head' } },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-TCKH', signer: { position: 'TRƯỞNG PHÒNG' } },
  ],
  questions: [
    { ask: { vi: 'Chuyển sang huyện khác thì nộp ở đâu?', en: 'Where, if I move to another district?' },
      answer: { vi: 'Nộp ở huyện nơi định chuyển đến.', en: 'In the district you move to.' } },
    { ask: { vi: 'Mất giấy chứng nhận thì sao?', en: 'What if the certificate is lost?' },
      answer: { vi: 'Xin cấp lại trước, thủ tục 2.000575.', en: 'Get it re-issued first: 2.000575.' } },
    { ask: { vi: 'Tạm nghỉ bán có phải đổi không?', en: 'And if I pause?' },
      answer: { vi: 'Không, chỉ báo tạm ngừng, thủ tục 1.001570.', en: 'No, only notify: 1.001570.' } },
  ],
})
