import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { answerElsewhere, askElsewhere, concludeElsewhere, waitElsewhere } from '../one-stop/steps.ts'

const mustVerify = { field: 'answers.proof', in: ['inside', 'outside'] }

// Least ages: 20 years are 7,305 days, 18 years at least 6,574 (Luật Hôn nhân và gia đình 2014, Điều 8); the officer
// sees to the day. Homes are text: one of the two may be from outside the province.
// oxfmt-ignore
const pages: Page[] = [
  { id: 'applicant', title: { vi: 'Người nộp hồ sơ', en: 'Applicant' }, fields: [
    { id: 'applicant', type: 'person', prefill: 'person', label: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
      parts: { fullName: 'required', phone: 'required', email: 'optional' } },
  ] },
  { id: 'groom', title: { vi: 'Bên nam', en: 'The man' }, fields: [
    { id: 'groom', type: 'person', ofSex: 'male', label: { vi: 'Bên nam', en: 'The man' },
      parts: { fullName: 'required', personalId: 'required', ethnicity: 'required', nationality: 'required' } },
    { id: 'groomBirthDate', type: 'date', label: { vi: 'Ngày sinh', en: 'Date of birth' }, notAfter: { today: -7305 },
      hint: { vi: 'Nam từ đủ 20 tuổi mới được kết hôn.', en: 'A man must be 20.' } },
    { id: 'groomHome', type: 'text', max: 300, label: { vi: 'Nơi thường trú', en: 'Permanent residence' },
      hint: { vi: 'Thôn, xã, huyện, tỉnh.', en: 'Hamlet, commune, district, province.' } },
    { id: 'groomStatus', type: 'choice', label: { vi: 'Trước đây', en: 'Before' }, options: [
      { value: 'never', label: { vi: 'Chưa kết hôn', en: 'Never married' } },
      { value: 'divorced', label: { vi: 'Đã ly hôn', en: 'Divorced' } },
      { value: 'widowed', label: { vi: 'Vợ đã mất', en: 'Widowed' } },
    ] },
  ] },
  { id: 'bride', title: { vi: 'Bên nữ', en: 'The woman' }, fields: [
    { id: 'bride', type: 'person', ofSex: 'female', label: { vi: 'Bên nữ', en: 'The woman' },
      parts: { fullName: 'required', personalId: 'required', ethnicity: 'required', nationality: 'required' } },
    { id: 'brideBirthDate', type: 'date', label: { vi: 'Ngày sinh', en: 'Date of birth' }, notAfter: { today: -6574 },
      hint: { vi: 'Nữ từ đủ 18 tuổi mới được kết hôn.', en: 'A woman must be 18.' } },
    { id: 'brideHome', type: 'text', max: 300, label: { vi: 'Nơi thường trú', en: 'Permanent residence' },
      hint: { vi: 'Thôn, xã, huyện, tỉnh.', en: 'Hamlet, commune, district, province.' } },
    { id: 'brideStatus', type: 'choice', label: { vi: 'Trước đây', en: 'Before' }, options: [
      { value: 'never', label: { vi: 'Chưa kết hôn', en: 'Never married' } },
      { value: 'divorced', label: { vi: 'Đã ly hôn', en: 'Divorced' } },
      { value: 'widowed', label: { vi: 'Chồng đã mất', en: 'Widowed' } },
    ] },
  ] },
  { id: 'proof', title: { vi: 'Chứng minh còn độc thân', en: 'Proof of being single' },
    hint: { vi: 'Luật gọi là tình trạng hôn nhân.', en: 'In law: marital status.' }, fields: [
      { id: 'proof', type: 'choice', label: { vi: 'Hai người đã ở đâu', en: 'Where the two have lived' }, options: [
        { value: 'here', label: { vi: 'Cả hai chỉ thường trú ở xã này', en: 'Both only in this commune' } },
        { value: 'certificate', label: { vi: 'Nơi khác, đã có giấy xác nhận', en: 'Elsewhere, with a certificate' } },
        { value: 'inside', label: { vi: 'Xã khác trong tỉnh, nhờ xác minh', en: 'Elsewhere in the province; verify' } },
        { value: 'outside', label: { vi: 'Ngoài tỉnh, nhờ xác minh', en: 'Outside the province; verify' } },
      ] },
      { id: 'verifyAt', type: 'commune', label: { vi: 'Xã cần hỏi', en: 'Commune to ask' },
        when: { field: 'proof', is: 'inside' } },
      { id: 'verifyPlace', type: 'text', max: 300, label: { vi: 'Xã, huyện, tỉnh cần hỏi', en: 'Place to ask' },
        when: { field: 'proof', is: 'outside' } },
    ] },
  { id: 'declaration', title: { vi: 'Cam đoan của hai bên', en: 'What both declare' }, fields: [
    { id: 'voluntary', type: 'yes-no', mustBeYes: true,
      label: { vi: 'Hai bên tự nguyện, không thuộc trường hợp bị cấm kết hôn', en: 'Both are willing and free' },
      hint: { vi: 'Như còn vợ, chồng; họ hàng trong phạm vi ba đời.', en: 'Not married, not closely related.' } },
    { id: 'signOn', type: 'date', optional: true, notBefore: 'today',
      label: { vi: 'Ngày muốn đến ký', en: 'Day to come and sign' },
      hint: { vi: 'Cả hai cùng có mặt ký vào sổ.', en: 'Both must come and sign the book.' } },
  ] },
]

/** Luật Hộ tịch 2014 Điều 17–18, NĐ 123/2015 Điều 10, 18; 5 working days when facts must be verified. */
// oxfmt-ignore
export const marriageRegistration = completeProcedure({
  code: '1.000894', receivedAt: ['commune'],
  summary: { vi: 'Hai người cùng khai một tờ, nộp ở xã nơi một trong hai người cư trú, rồi cùng đến ký.',
    en: 'One form for both, filed where either lives; then both come and sign.' },
  timeLimits: [{ amount: 1, unit: 'within-day' },
    { amount: 5, unit: 'working-day', when: mustVerify,
      note: { vi: 'Khi cần xác minh', en: 'If facts must be verified' } }],
  form: { id: 'marriage-registration', pages },
  coApplicants: { called: { vi: 'Bên kia', en: 'The other of the two' }, most: 1, pages: ['groom', 'bride'] },
  papers: [
    { id: 'identities', maxFiles: 4, name: { vi: 'Giấy tờ tùy thân của hai người', en: 'Identity papers of both' },
      hint: { vi: 'Ảnh hai mặt. Bản gốc mang theo khi đến ký.', en: 'Both sides; bring the originals to sign.' } },
    { id: 'status', form: 'original', maxFiles: 2, when: { field: 'proof', is: 'certificate' },
      name: { vi: 'Giấy xác nhận tình trạng hôn nhân', en: 'Certificate of marital status' },
      hint: { vi: 'Cấp chưa quá 6 tháng.', en: 'Not older than 6 months.' }, resultOf: ['1.004873'],
      reusableMonths: 6 },
    { id: 'divorce', name: { vi: 'Bản án, quyết định ly hôn', en: 'Judgment of divorce' },
      when: { any: [{ field: 'groomStatus', is: 'divorced' }, { field: 'brideStatus', is: 'divorced' }] } },
    { id: 'death', resultOf: ['1.000656'], name: { vi: 'Trích lục khai tử của vợ, chồng trước', en: 'Death extract of the late spouse' },
      when: { any: [{ field: 'groomStatus', is: 'widowed' }, { field: 'brideStatus', is: 'widowed' }] } },
    { id: 'application', name: { vi: 'Tờ khai đăng ký kết hôn', en: 'Registration form' }, generated: true },
  ],
  process: { id: 'marriage-registration', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 1, next: 'check' },
    check: { name: { vi: 'Kiểm tra điều kiện, ghi sổ', en: 'Check and record' }, kind: 'work', hours: 3,
      may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'sign' }, { if: mustVerify, to: 'ask' }],
        otherwise: 'sign' } },
    ask: { name: askElsewhere, kind: 'work', hours: 2,
      next: { when: [{ if: { field: 'answers.proof', is: 'inside' }, to: 'answer' }], otherwise: 'wait' } },
    answer: { name: answerElsewhere, kind: 'work', hours: 24, next: 'conclude',
      by: { at: { unit: 'area', field: 'answers.verifyAt', division: 'TPHT' } } },
    wait: { name: waitElsewhere, kind: 'work', hours: 24, next: 'conclude' },
    conclude: { name: concludeElsewhere, kind: 'work', hours: 6, may: ['refuse'], back: ['check'], next: 'sign' },
    sign: { kind: 'decide', hours: 2, back: ['check', 'conclude'], next: 'issue' },
    issue: { kind: 'issue', hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { name: { vi: 'Hai bên ký, nhận giấy', en: 'Both sign and get the certificate' }, kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', title: { vi: 'Giấy chứng nhận kết hôn', en: 'Marriage certificate' }, notation: 'KH',
      signer: { position: 'CHỦ TỊCH' }, blocks: [
        { fields: [
          { label: 'Chồng', value: '{answers.groom.fullName}, sinh ngày {answers.groomBirthDate}' },
          { label: 'Số định danh', value: '{answers.groom.personalId}' },
          { label: 'Nơi cư trú', value: '{answers.groomHome}' },
          { label: 'Vợ', value: '{answers.bride.fullName}, sinh ngày {answers.brideBirthDate}' },
          { label: 'Số định danh', value: '{answers.bride.personalId}' },
          { label: 'Nơi cư trú', value: '{answers.brideHome}' },
        ] },
        { paragraph: 'Đăng ký kết hôn tại {unit}.' },
      ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  // Luật Hộ tịch 2014 Điều 18: both come and sign the book together, so nobody is called alone.
  messages: [
    { event: 'dossier.ready',
      plain: 'Ho so {code}: moi ca hai ben cung den UBND xa ky So ho tich, nhan Giay chung nhan ket hon. Mang giay to goc.',
      accented: 'Hồ sơ {code}: mời cả hai bên cùng đến UBND xã ký Sổ hộ tịch, nhận Giấy chứng nhận kết hôn',
      line: { vi: 'Hồ sơ {code}: mời cả hai bên cùng đến Ủy ban nhân dân xã, mang giấy tờ tùy thân bản gốc, ký vào Sổ hộ tịch '
          + 'và nhận Giấy chứng nhận kết hôn.',
        en: 'Dossier {code}: please both come to the People’s Committee of the commune with your original identity papers, '
          + 'sign the book and receive the certificate.' } },
  ],
  questions: [
    { ask: { vi: 'Nộp ở xã nào?', en: 'In which commune?' },
      answer: { vi: 'Xã nơi cư trú của bên nam hoặc bên nữ.', en: 'Where either of the two lives.' } },
    { ask: { vi: 'Nhờ người khác nộp thay được không?', en: 'Can someone else file it?' },
      answer: { vi: 'Nộp thay được, nhưng khi ký phải có mặt cả hai.', en: 'Yes, but both must come and sign.' } },
    { ask: { vi: 'Người yêu là người nước ngoài thì sao?', en: 'And with a foreigner?' },
      answer: { vi: 'Nộp ở UBND cấp huyện, thủ tục 2.000806.', en: 'At the district, procedure 2.000806.' } },
  ],
})
