import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { deliveryPage } from '../one-stop/pages.ts'
import { civilStatusExemptions } from './exemptions.ts'
import { answerElsewhere, askElsewhere, concludeElsewhere, waitElsewhere } from '../one-stop/steps.ts'

const mustVerify = { field: 'answers.proof', in: ['inside', 'outside'] }

// oxfmt-ignore
const pages: Page[] = [
  { id: 'person', title: { vi: 'Người cần xác nhận', en: 'Who is to be certified' }, fields: [
    { id: 'applicant', type: 'person', prefill: 'person', label: { vi: 'Người cần xác nhận', en: 'Who is certified' },
      parts: { fullName: 'required', birthDate: 'required', sex: 'required', personalId: 'required',
        ethnicity: 'required', nationality: 'required', residence: 'required', phone: 'required', email: 'optional' } },
    { id: 'filedBy', type: 'choice', label: { vi: 'Ai nộp', en: 'Who files' }, options: [
      { value: 'self', label: { vi: 'Chính người đó', en: 'The person' } },
      { value: 'other', label: { vi: 'Người được ủy quyền', en: 'Someone authorised' } },
    ] },
  ] },
  { id: 'status', title: { vi: 'Hiện nay', en: 'At present' },
    hint: { vi: 'Luật gọi là tình trạng hôn nhân.', en: 'In law: marital status.' }, fields: [
      { id: 'status', type: 'choice', label: { vi: 'Hiện nay', en: 'At present' }, options: [
        { value: 'never', label: { vi: 'Chưa đăng ký kết hôn với ai', en: 'Never married' } },
        { value: 'married', label: { vi: 'Đang có vợ, có chồng', en: 'Married' } },
        { value: 'divorced', label: { vi: 'Đã ly hôn, chưa kết hôn lại', en: 'Divorced, not married again' } },
        { value: 'widowed', label: { vi: 'Vợ, chồng đã mất, chưa kết hôn lại', en: 'Widowed, not married again' } },
      ] },
      { id: 'spouse', type: 'text', max: 200, pattern: 'person-name', label: { vi: 'Vợ, chồng tên là gì', en: 'Name of the spouse' },
        when: { not: { field: 'status', is: 'never' } } },
      { id: 'endedBy', type: 'text', max: 200, when: { field: 'status', in: ['divorced', 'widowed'] },
        label: { vi: 'Số, ngày bản án ly hôn hoặc giấy khai tử', en: 'Number and date of divorce or death paper' } },
    ] },
  { id: 'residences', title: { vi: 'Đã ở những đâu', en: 'Where you have lived' },
    hint: { vi: 'Từ khi đủ tuổi kết hôn đến nay: nam 20, nữ 18.', en: 'Since marriageable age: men 20, women 18.' },
    fields: [
      { id: 'residences', type: 'group', itemName: { vi: 'Nơi', en: 'Place' }, max: 15,
        label: { vi: 'Các nơi thường trú', en: 'Places of residence' }, fields: [
          { id: 'place', type: 'text', max: 300, label: { vi: 'Xã, huyện, tỉnh', en: 'Commune, district, province' } },
          { id: 'from', type: 'date', precision: 'any', notAfter: 'today', label: { vi: 'Từ', en: 'From' } },
          { id: 'to', type: 'date', precision: 'any', notBefore: { field: 'from' }, optional: true,
            label: { vi: 'Đến', en: 'To' }, hint: { vi: 'Đang ở thì bỏ trống.', en: 'Empty if you live there.' } },
        ] },
      { id: 'proof', type: 'choice', label: { vi: 'Thời gian ở xã khác', en: 'Time in other communes' }, options: [
        { value: 'here', label: { vi: 'Không có, chỉ ở xã này', en: 'None, only here' } },
        { value: 'certificate', label: { vi: 'Có, đã có giấy xác nhận nơi đó', en: 'Certified there already' } },
        { value: 'inside', label: { vi: 'Có, trong tỉnh, nhờ xác minh', en: 'In the province; verify' } },
        { value: 'outside', label: { vi: 'Có, ngoài tỉnh, nhờ xác minh', en: 'Outside the province; verify' } },
      ] },
      { id: 'verifyAt', type: 'commune', label: { vi: 'Xã cần hỏi', en: 'Commune to ask' },
        when: { field: 'proof', is: 'inside' } },
    ] },
  { id: 'purpose', title: { vi: 'Xin để làm gì', en: 'What it is for' }, fields: [
    // Purposes 1 to 5 of the civil-status database.
    { id: 'purpose', type: 'choice', display: 'list', label: { vi: 'Xin để làm gì', en: 'What for' }, options: [
      { value: '1', label: { vi: 'Kết hôn với người Việt Nam, ở trong nước', en: 'Marry a Vietnamese in Viet Nam' } },
      { value: '2', label: { vi: 'Kết hôn với người nước ngoài, ở trong nước', en: 'Marry a foreigner in Viet Nam' } },
      { value: '3', label: { vi: 'Kết hôn với người Việt Nam, ở nước ngoài', en: 'Marry a Vietnamese abroad' } },
      { value: '4', label: { vi: 'Kết hôn với người nước ngoài, ở nước ngoài', en: 'Marry a foreigner abroad' } },
      { value: '5', label: { vi: 'Việc khác, như mua bán đất, vay tiền', en: 'Other, such as land or a loan' } },
    ] },
    { id: 'partner', type: 'text', max: 200, when: { not: { field: 'purpose', is: '5' } },
      label: { vi: 'Dự định kết hôn với ai', en: 'Whom you will marry' },
      hint: { vi: 'Họ tên, ngày sinh, quốc tịch, nơi cư trú.', en: 'Name, date of birth, nationality, home.' } },
    { id: 'purposeText', type: 'text', max: 200, label: { vi: 'Việc gì', en: 'For what' },
      when: { field: 'purpose', is: '5' } },
    { id: 'hadBefore', type: 'yes-no', label: { vi: 'Đã từng được cấp giấy này', en: 'Had this certificate before' } },
  ] },
  deliveryPage,
]

/** NĐ 123/2015/NĐ-CP Điều 21–23: 3 working days; not over 23 days when other communes must be asked. Valid 6 months. */
// oxfmt-ignore
export const maritalStatusCertificate = completeProcedure({
  code: '1.004873', receivedAt: ['commune'],
  summary: { vi: 'Giấy xác nhận độc thân để kết hôn, mua bán nhà đất, vay vốn. Nộp ở xã nơi thường trú.',
    en: 'A certificate of being single, for marriage, land or loans. File where you permanently live.' },
  timeLimits: [{ amount: 3, unit: 'working-day' },
    { amount: 23, unit: 'calendar-day', when: mustVerify,
      note: { vi: 'Khi phải hỏi nơi từng cư trú', en: 'If a former residence must be asked' } }],
  fees: [{ amount: 10_000, note: { vi: 'Mức minh họa; mức thật do HĐND tỉnh', en: 'A sample; set by the council' },
    exemptions: civilStatusExemptions }],
  form: { id: 'marital-status-certificate', pages },
  papers: [
    { id: 'ended', name: { vi: 'Bản án ly hôn hoặc trích lục khai tử', en: 'Judgment of divorce or death extract' },
      resultOf: ['1.000656'],
      when: { field: 'status', in: ['divorced', 'widowed'] } },
    { id: 'elsewhere', form: 'original', maxFiles: 5, when: { field: 'proof', is: 'certificate' },
      name: { vi: 'Giấy xác nhận của nơi từng cư trú', en: 'Certificates of former residences' } },
    { id: 'before', form: 'original', name: { vi: 'Giấy đã được cấp trước đây', en: 'The earlier certificate' },
      resultOf: ['1.004873'], reusableMonths: 6,
      when: { field: 'hadBefore', is: true } },
    { id: 'authorization', form: 'original', reusableMonths: 0, name: { vi: 'Văn bản ủy quyền', en: 'Authorisation' },
      hint: { vi: 'Người thân trong nhà thì không phải chứng thực.', en: 'Relatives need no authentication.' },
      when: { field: 'filedBy', is: 'other' } },
    { id: 'application', name: { vi: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', en: 'Application form' }, generated: true },
  ],
  process: { id: 'marital-status-certificate', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'check' },
    check: { kind: 'work', hours: 12, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'sign' }, { if: mustVerify, to: 'ask' }],
        otherwise: 'sign' } },
    ask: { name: askElsewhere, kind: 'work', hours: 4,
      next: { when: [{ if: { field: 'answers.proof', is: 'inside' }, to: 'answer' }], otherwise: 'wait' } },
    answer: { name: answerElsewhere, kind: 'work', hours: 24, next: 'conclude',
      by: { at: { unit: 'area', field: 'answers.verifyAt', division: 'TPHT' } } },
    // After 20 days without an answer the applicant's own pledge is taken.
    wait: { name: waitElsewhere, kind: 'work', hours: 92, next: 'conclude' },
    conclude: { name: concludeElsewhere, kind: 'work', hours: 8, may: ['refuse'], back: ['check'], next: 'sign' },
    sign: { kind: 'decide', hours: 6, back: ['check', 'conclude'], next: 'issue' },
    issue: { kind: 'issue', hours: 4, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'UBND-XNTTHN', validMonths: 6, signer: { position: 'CHỦ TỊCH' }, blocks: [
      { paragraph: '{unit} xác nhận, theo đề nghị của ông/bà {answers.applicant.fullName}:' },
      { fields: [
        { label: 'Ngày sinh', value: '{answers.applicant.birthDate}' },
        { label: 'Số định danh', value: '{answers.applicant.personalId}' },
        { label: 'Nơi thường trú', value: '{answers.applicant.residence}' },
        { label: 'Trong thời gian cư trú', value: '{answers.residences}' },
        { label: 'Tình trạng hôn nhân', value: '{answers.status}' },
        { label: 'Vợ, chồng', value: '{answers.spouse}', when: { field: 'answers.status', is: 'married' } },
        { label: 'Vợ, chồng trước', value: '{answers.spouse}; {answers.endedBy}',
          when: { field: 'answers.status', in: ['divorced', 'widowed'] } },
        { label: 'Giấy này dùng để', value: '{answers.purposeText}', when: { field: 'answers.purpose', is: '5' } },
        { label: 'Giấy này dùng để', value: '{answers.purpose}: {answers.partner}',
          when: { not: { field: 'answers.purpose', is: '5' } } },
      ] },
      { paragraph: 'Giấy này có giá trị trong 6 tháng kể từ ngày cấp.' },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Giấy dùng được bao lâu?', en: 'How long is it valid?' },
      answer: { vi: '6 tháng, và chỉ cho mục đích ghi trên giấy.', en: '6 months, for that purpose only.' } },
    { ask: { vi: 'Từng ở nhiều nơi thì làm thế nào?', en: 'What if I lived in several places?' },
      answer: { vi: 'Nộp giấy của nơi đó, hoặc nhờ xã này hỏi giúp.', en: 'Add their certificates, or let us ask.' } },
    { ask: { vi: 'Nhờ người nhà nộp được không?', en: 'May a relative file?' },
      answer: { vi: 'Được, kèm văn bản ủy quyền.', en: 'Yes, with an authorisation.' } },
  ],
})
