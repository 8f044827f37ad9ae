import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { deliveryPage } from '../one-stop/pages.ts'

const branch = { unit: 'owner', division: 'VPDKDD' } as const

// oxfmt-ignore
const pages: Page[] = [
  { id: 'receiver', title: { vi: 'Người nhận đất', en: 'Who gets the land' },
    hint: { vi: 'Người mua, được cho, được thừa kế.', en: 'The buyer, donee or heir.' }, fields: [
      { id: 'applicant', type: 'person', prefill: 'person', label: { vi: 'Người nhận đất', en: 'Who gets the land' },
        parts: { fullName: 'required', birthDate: 'required', personalId: 'required', residence: 'required',
          phone: 'required', email: 'optional' } },
      { id: 'isShared', type: 'yes-no', label: { vi: 'Đứng tên cùng vợ, chồng, người khác', en: 'Owned jointly' } },
      { id: 'coOwners', type: 'group', itemName: { vi: 'Người cùng đứng tên', en: 'Joint owner' }, max: 10,
        label: { vi: 'Những người cùng đứng tên', en: 'Joint owners' }, when: { field: 'isShared', is: true }, fields: [
          { id: 'person', type: 'person', label: { vi: 'Người cùng đứng tên', en: 'Joint owner' },
            parts: { fullName: 'required', birthDate: 'required', personalId: 'required' } },
        ] },
    ] },
  { id: 'transfer', title: { vi: 'Nhận đất bằng cách nào', en: 'How it is got' }, fields: [
    { id: 'transfer', type: 'choice', label: { vi: 'Nhận đất bằng cách nào', en: 'How it is got' }, options: [
      { value: 'sale', label: { vi: 'Mua', en: 'Bought' }, hint: { vi: 'Luật gọi là chuyển nhượng', en: 'Sale' } },
      { value: 'gift', label: { vi: 'Được tặng cho', en: 'Given' } },
      { value: 'inheritance', label: { vi: 'Thừa kế', en: 'Inherited' } },
    ] },
    { id: 'fromWhom', type: 'text', max: 200, label: { vi: 'Của ai', en: 'From whom' },
      hint: { vi: 'Họ tên như trên sổ đỏ.', en: 'Names as in the certificate.' } },
    { id: 'price', type: 'money', min: 1, label: { vi: 'Giá ghi trong hợp đồng', en: 'Price in the contract' },
      when: { field: 'transfer', is: 'sale' } },
    { id: 'isFamily', type: 'yes-no', when: { field: 'transfer', in: ['gift', 'inheritance'] },
      label: { vi: 'Giữa vợ chồng, cha mẹ con, ông bà cháu, anh chị em ruột', en: 'Within the close family' },
      hint: { vi: 'Được miễn thuế và lệ phí trước bạ.', en: 'Free of tax and registration fee.' } },
    { id: 'contractOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày công chứng', en: 'Notarised on' } },
  ] },
  { id: 'parcel', title: { vi: 'Thửa đất', en: 'The parcel' },
    hint: { vi: 'Ghi theo sổ đỏ.', en: 'As in the certificate.' }, fields: [
      { id: 'parcel', type: 'address', detail: 'optional', label: { vi: 'Đất ở đâu', en: 'Where the land is' } },
      { id: 'certificate', type: 'text', pattern: 'land-certificate', label: { vi: 'Số sổ đỏ', en: 'Its number' },
        hint: { vi: 'Hai chữ và 6 đến 8 số, in ở trang bìa.', en: 'Two letters, 6 to 8 digits, on the cover.' } },
      { id: 'mapSheet', type: 'text', max: 10, label: { vi: 'Tờ bản đồ số', en: 'Map sheet' } },
      { id: 'parcelNumber', type: 'text', max: 10, label: { vi: 'Thửa đất số', en: 'Parcel' } },
      { id: 'area', type: 'number', decimals: 1, min: 1, max: 1_000_000, unit: { vi: 'm²', en: 'm²' },
        label: { vi: 'Diện tích', en: 'Area' } },
      { id: 'use', type: 'choice', label: { vi: 'Loại đất', en: 'Kind of land' }, options: [
        { value: 'residential', label: { vi: 'Đất ở', en: 'Residential' }, hint: { vi: 'ONT, ODT', en: 'ONT, ODT' } },
        { value: 'garden', label: { vi: 'Đất trồng cây lâu năm', en: 'Orchard' }, hint: { vi: 'CLN', en: 'CLN' } },
        { value: 'crops', label: { vi: 'Đất lúa, hoa màu', en: 'Crops' }, hint: { vi: 'LUC, BHK', en: 'LUC, BHK' } },
        { value: 'other', label: { vi: 'Loại khác', en: 'Other' } },
      ] },
    ] },
  { id: 'certificate', title: { vi: 'Sổ đỏ sau khi sang tên', en: 'The certificate afterwards' }, fields: [
    { id: 'paper', type: 'choice', label: { vi: 'Nhận sổ thế nào', en: 'Which paper' }, options: [
      { value: 'note', label: { vi: 'Ghi tên mới vào sổ cũ', en: 'Note the new name in the old one' },
        hint: { vi: 'Luật gọi là xác nhận thay đổi.', en: 'In law: confirmation of the change.' } },
      { value: 'new', label: { vi: 'Cấp sổ mới', en: 'A new one' },
        hint: { vi: 'Do Sở Tài nguyên và Môi trường ký.', en: 'Signed by the provincial department.' } },
    ] },
  ] },
  deliveryPage,
]

/**
 * NĐ 43/2014 Điều 61, 79, NĐ 01/2017: at most 10 days without days off and taxes, so not calendar days as listed [?].
 * Three levels: counter of commune or district, branch of the registry in the district, department of the province.
 */
// oxfmt-ignore
export const landTransferRegistration = completeProcedure({
  code: '2.000889', receivedAt: ['commune', 'district'],
  summary: { vi: 'Dành cho người mua, được tặng cho hoặc thừa kế đất đã có sổ đỏ, để đứng tên trên sổ.',
    en: 'For those who bought, were given or inherited land that has a certificate.' },
  timeLimits: [{ amount: 10, unit: 'working-day',
    note: { vi: 'Không kể thời gian nộp thuế', en: 'Without the time to pay taxes' } }],
  fees: [ // NQ 11/2007/NQ-HĐND, as announced in 2016.
    { amount: 50_000, payAt: 'result', name: { vi: 'Lệ phí địa chính', en: 'Land registration fee' },
      note: { vi: 'Dưới 500 m²; minh họa', en: 'Below 500 m²; a sample' } },
    { amount: 100_000, payAt: 'result', name: { vi: 'Lệ phí địa chính', en: 'Land registration fee' },
      when: { field: 'answers.area', atLeast: 500 }, note: { vi: 'Từ 500 m²; minh họa', en: 'From 500 m²; a sample' } },
  ],
  form: { id: 'land-transfer-registration', pages },
  coApplicants: { called: { vi: 'Người cùng đứng tên', en: 'Joint owner' }, most: 10, when: { field: 'isShared', is: true } },
  papers: [
    { id: 'contract', form: 'original', maxFiles: 10, name: { vi: 'Hợp đồng đã công chứng', en: 'Notarised contract' },
      when: { field: 'transfer', in: ['sale', 'gift'] } },
    { id: 'will', form: 'original', maxFiles: 10, name: { vi: 'Di chúc, văn bản chia thừa kế', en: 'Will or division' },
      when: { field: 'transfer', is: 'inheritance' } },
    { id: 'certificate', form: 'original', maxFiles: 4, name: { vi: 'Sổ đỏ bản gốc', en: 'Original certificate' },
      hint: { vi: 'Gửi ảnh các trang; nộp bản gốc ở quầy.', en: 'Photos; bring the original.' } },
    { id: 'tax', form: 'original', name: { vi: 'Tờ khai thuế, lệ phí trước bạ', en: 'Tax declarations' }, maxFiles: 4 },
    { id: 'family', name: { vi: 'Giấy tờ chứng minh quan hệ gia đình', en: 'Proof of the family relation' },
      when: { field: 'isFamily', is: true } },
    { id: 'application', name: { vi: 'Đơn đăng ký biến động (Mẫu 09/ĐK)', en: 'Application' }, generated: true },
  ],
  process: { id: 'land-transfer-registration', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'check' },
    check: { name: { vi: 'Chi nhánh đăng ký đất đai kiểm tra', en: 'The land registry branch checks' }, kind: 'work',
      hours: 24, may: ['supplement', 'refuse'], consult: [
        { id: 'commune', name: { vi: 'UBND xã xác nhận hiện trạng', en: 'The commune confirms the state of the land' },
          hours: 16, silence: 'consent',
          by: { at: { unit: 'area', field: 'answers.parcel.commune', division: 'DCXD' }, function: 'specialist' } },
      ], next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'sign' }], otherwise: 'duties' } },
    duties: { name: { vi: 'Chuyển cơ quan thuế, chờ nộp thuế', en: 'Send to the tax office, wait for payment' },
      kind: 'work', hours: 8, may: ['pause'], back: ['check'],
      next: { when: [{ if: { field: 'answers.paper', is: 'new' }, to: 'draft' }], otherwise: 'sign' } },
    draft: { name: { vi: 'Văn phòng đăng ký lập sổ mới', en: 'The provincial registry drafts the certificate' },
      kind: 'work', by: { at: { unit: 'agency', key: 'STNMT.VPDKDD' }, function: 'leader' }, hours: 16,
      back: ['check', 'duties'], next: 'sign-new' },
    'sign-new': { name: { vi: 'Sở Tài nguyên và Môi trường ký', en: 'The department signs' }, kind: 'decide', hours: 20,
      by: { at: { unit: 'agency', key: 'STNMT' }, function: 'deputy-leader' }, back: ['draft', 'check'],
      next: 'issue' },
    sign: { name: { vi: 'Giám đốc chi nhánh ký', en: 'The head of the branch signs' }, kind: 'decide', hours: 16,
      by: { at: branch, function: 'leader' }, back: ['check', 'duties'], next: 'issue' },
    issue: { name: { vi: 'Chỉnh lý hồ sơ địa chính', en: 'Update the land records' }, kind: 'issue', hours: 8,
      by: { at: branch, function: 'clerk' }, back: ['sign', 'sign-new'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { id: 'note', outcome: 'granted', when: { field: 'answers.paper', is: 'note' }, title: { vi: 'Xác nhận thay đổi trên Giấy chứng nhận', en: 'Change confirmed' },
      notation: 'XN-CNVPĐKĐĐ', signer: { position: 'GIÁM ĐỐC CHI NHÁNH' }, blocks: [
        { paragraph: 'Xác nhận trên Giấy chứng nhận số {answers.certificate}, theo hồ sơ {code}:' },
        { fields: [
          { label: 'Thửa đất', value: 'số {answers.parcelNumber}, tờ {answers.mapSheet}, tại {answers.parcel}' },
          { label: 'Biến động', value: '{answers.transfer}, của {answers.fromWhom}' },
          { label: 'Người sử dụng đất', value: '{answers.applicant.fullName}, {answers.applicant.personalId}' },
        ] },
      ] },
    { id: 'new', outcome: 'granted', when: { field: 'answers.paper', is: 'new' }, title: { vi: 'Giấy chứng nhận quyền sử dụng đất', en: 'Land use certificate' },
      notation: 'GCN-STNMT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' }, blocks: [
        { fields: [
          { label: 'Người sử dụng đất', value: '{answers.applicant.fullName}' },
          { label: 'Cùng đứng tên', value: '{answers.coOwners}', when: { field: 'answers.isShared', is: true } },
          { label: 'Thửa đất', value: 'số {answers.parcelNumber}, tờ bản đồ số {answers.mapSheet}' },
          { label: 'Địa chỉ', value: '{answers.parcel}' },
          { label: 'Diện tích, loại đất', value: '{answers.area}, {answers.use}' },
        ] },
        { paragraph: 'Thay giấy chứng nhận số {answers.certificate}.' },
      ] },
    { outcome: 'refused', notation: 'TB-CNVPĐKĐĐ', signer: { position: 'GIÁM ĐỐC CHI NHÁNH' } },
  ],
  questions: [
    { ask: { vi: 'Nộp ở xã hay ở huyện?', en: 'At the commune or the district?' },
      answer: { vi: 'Ở đâu cũng được, miễn là nơi có đất.', en: 'Either, where the land is.' } },
    { ask: { vi: 'Thuế hết bao nhiêu?', en: 'How much is the tax?' },
      answer: { vi: 'Thường là 2% thuế thu nhập, 0,5% trước bạ; cơ quan thuế báo.', en: 'Usually 2% and 0.5%.' } },
    { ask: { vi: 'Chậm nộp thuế thì sao?', en: 'What if I pay late?' },
      answer: { vi: 'Thời gian giải quyết dừng lại đến khi nộp xong.', en: 'The clock stands until it is paid.' } },
    { ask: { vi: 'Mua bán viết tay có sang tên được?', en: 'With an unnotarised contract?' },
      answer: { vi: 'Không, hợp đồng phải công chứng hoặc chứng thực.', en: 'No, it must be notarised.' } },
  ],
})
