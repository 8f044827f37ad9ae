import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { identityPaper } from '../one-stop/papers.ts'

const registry = { unit: 'owner', division: 'TCKH' } as const

// oxfmt-ignore
export const registrationPages = {
  name: { id: 'name', title: { vi: 'Tên hộ kinh doanh', en: 'Name of the business' }, fields: [
    { id: 'businessName', type: 'text', max: 120, label: { vi: 'Tên riêng', en: 'Its own name' },
      hint: { vi: 'Bỏ chữ Hộ kinh doanh ở đầu; không trùng trong huyện.', en: 'Unique in the district.' } },
    { id: 'place', type: 'address', label: { vi: 'Nơi kinh doanh', en: 'Place of business' } },
    { id: 'businessPhone', type: 'text', pattern: 'phone', optional: true,
      label: { vi: 'Điện thoại của cửa hàng', en: 'Phone of the business' } },
  ] },
  owners: { id: 'owners', title: { vi: 'Ai làm chủ', en: 'Who owns it' }, fields: [
    { id: 'ownership', type: 'choice', label: { vi: 'Ai làm chủ', en: 'Who owns it' }, options: [
      { value: 'one', label: { vi: 'Một mình tôi', en: 'I alone' } },
      { value: 'group', label: { vi: 'Một nhóm người', en: 'A group of people' } },
      { value: 'family', label: { vi: 'Hộ gia đình', en: 'A family household' } },
    ] },
    { id: 'members', type: 'group', itemName: { vi: 'Người góp vốn', en: 'Member' }, max: 15,
      label: { vi: 'Những người cùng góp vốn', en: 'Those who own it with you' },
      when: { field: 'ownership', in: ['group', 'family'] }, fields: [
        { id: 'member', type: 'person', label: { vi: 'Người góp vốn', en: 'Member' },
          parts: { fullName: 'required', birthDate: 'required', personalId: 'required' } },
        { id: 'share', type: 'money', label: { vi: 'Góp bao nhiêu', en: 'Contribution' } },
      ] },
    { id: 'shares', type: 'computed', result: 'money', label: { vi: 'Các thành viên góp', en: 'Given by members' },
      formula: { sum: ['members.share'] }, when: { field: 'ownership', in: ['group', 'family'] } },
  ] },
  business: { id: 'business', title: { vi: 'Làm nghề gì', en: 'What it does' }, fields: [
    { id: 'lines', type: 'group', itemName: { vi: 'Ngành nghề', en: 'Line of business' }, max: 20,
      label: { vi: 'Ngành, nghề kinh doanh', en: 'Lines of business' },
      hint: { vi: 'Nghề chính ghi trước.', en: 'The main one first.' }, fields: [
        { id: 'line', type: 'text', max: 200, label: { vi: 'Nghề gì', en: 'What' }, example: 'Bán lẻ tạp hóa' },
        { id: 'code', type: 'text', pattern: 'industry-code', optional: true, label: { vi: 'Mã ngành', en: 'Code' },
          hint: { vi: '4 chữ số (VSIC). Không biết thì bỏ trống.', en: '4 digits; empty if not known.' } },
      ] },
    { id: 'capital', type: 'money', min: 1, notBelow: 'shares', label: { vi: 'Vốn kinh doanh', en: 'Capital' },
      hint: { vi: 'Tổng số tiền bỏ ra, kể cả phần của thành viên.', en: 'In all, with what members give.' } },
    // Under 10 by NĐ 78/2015, Điều 66; no such bound since NĐ 01/2021 (04/01/2021), so it is not one here [K].
    { id: 'workers', type: 'number', max: 999, label: { vi: 'Số người làm', en: 'Workers' } },
    { id: 'startsOn', type: 'date', label: { vi: 'Ngày bắt đầu', en: 'Starts on' }, notBefore: 'today' },
  ] },
  pledge: { id: 'pledge', title: { vi: 'Cam kết', en: 'What you declare' }, fields: [
    { id: 'noOther', type: 'yes-no', mustBeYes: true,
      label: { vi: 'Tôi không làm chủ hộ kinh doanh hay doanh nghiệp tư nhân khác', en: 'I own no other business' },
      hint: { vi: 'Mỗi người chỉ làm chủ một hộ kinh doanh.', en: 'One person may own one only.' } },
  ] },
} satisfies Record<string, Page>

const { name, owners, business, pledge } = registrationPages
const pages = [applicantPage, name, owners, business, pledge, deliveryPage]

/** NĐ 78/2015/NĐ-CP Điều 66–73; later NĐ 01/2021 and NĐ 168/2025 [K]. The division is the registry and signs. */
// oxfmt-ignore
export const householdBusinessRegistration = completeProcedure({
  code: '1.001612', receivedAt: ['district'],
  summary: { vi: 'Dành cho người mở cửa hàng, quán, xưởng nhỏ đứng tên cá nhân, nhóm người hoặc hộ gia đình.',
    en: 'For those who open a shop or small workshop in the name of a person, a group or a family.' },
  fees: [{ amount: 100_000, name: { vi: 'Lệ phí đăng ký', en: 'Registration fee' } }],
  form: { id: 'household-business-registration', pages },
  papers: [
    { ...identityPaper, hint: { vi: 'Của chủ hộ và các thành viên, ảnh hai mặt.', en: 'Of owner and members.' },
      maxFiles: 20 },
    { id: 'minutes', reusableMonths: 0, name: { vi: 'Biên bản họp nhóm cá nhân', en: 'Minutes of the founders' },
      when: { field: 'ownership', is: 'group' } },
    { id: 'authorization', name: { vi: 'Giấy ủy quyền của các thành viên hộ', en: 'Authorisation by the family' },
      when: { field: 'ownership', is: 'family' }, reusableMonths: 0 },
    { id: 'application', name: { vi: 'Giấy đề nghị đăng ký hộ kinh doanh', en: 'Application' }, generated: true },
  ],
  process: { id: 'household-business-registration', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'appraise' },
    appraise: { name: { vi: 'Kiểm tra tên, ngành nghề', en: 'Check name and lines' }, kind: 'work', hours: 14,
      may: ['supplement', 'refuse'], next: 'sign' },
    sign: { kind: 'decide', by: { at: registry, function: 'head' }, hours: 6, back: ['appraise'], next: 'issue' },
    issue: { kind: 'issue', by: { at: registry, function: 'specialist' }, hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'ĐKHKD-TCKH', signer: { position: 'TRƯỞNG PHÒNG' }, blocks: [
      { fields: [
        { label: 'Tên hộ kinh doanh', value: 'HỘ KINH DOANH {answers.businessName}' },
        { label: 'Địa điểm kinh doanh', value: '{answers.place}' },
        { label: 'Ngành, nghề kinh doanh', value: '{answers.lines}' },
        { label: 'Vốn kinh doanh', value: '{answers.capital}' },
        { label: 'Đại diện hộ kinh doanh', value: '{answers.applicant.fullName}' },
        { label: 'Số định danh', value: '{answers.applicant.personalId}' },
        { label: 'Thành viên góp vốn', value: '{answers.members}',
          when: { field: 'answers.ownership', in: ['group', 'family'] } },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-TCKH', signer: { position: 'TRƯỞNG PHÒNG' } },
  ],
  questions: [
    { ask: { vi: 'Bán hàng rong, thu nhập thấp có phải đăng ký?', en: 'Must street vendors register?' },
      answer: { vi: 'Không, trừ ngành nghề có điều kiện.', en: 'No, unless the line needs a licence.' } },
    { ask: { vi: 'Đặt tên thế nào cho khỏi trùng?', en: 'How do I choose a name?' },
      answer: { vi: 'Không trùng tên hộ khác trong huyện; Phòng sẽ kiểm tra.', en: 'Unlike others in the district.' } },
    { ask: { vi: 'Đăng ký xong có phải khai thuế?', en: 'And taxes?' },
      answer: { vi: 'Có, trong 10 ngày, tại Chi cục Thuế.', en: 'Yes, within 10 days at the tax office.' } },
    { ask: { vi: 'Bán rượu, thuốc lá có phải xin thêm?', en: 'To sell alcohol or tobacco?' },
      answer: { vi: 'Có: giấy phép 2.000620 hoặc 2.000181.', en: 'Get licence 2.000620 or 2.000181 too.' } },
  ],
})
