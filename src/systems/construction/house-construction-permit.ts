import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

// Larger houses must be designed by a firm or a licensed person: Luật Xây dựng 2014, Điều 79 khoản 7.
// oxfmt-ignore
const mustBeDesigned = { any: [
  { field: 'floorArea', atLeast: 250 }, { field: 'floors', atLeast: 3 }, { field: 'height', atLeast: 12 },
] }

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'site', title: { vi: 'Thửa đất xây nhà', en: 'The building site' },
    hint: { vi: 'Ghi theo sổ đỏ.', en: 'As in the land certificate.' }, fields: [
      { id: 'site', type: 'address', label: { vi: 'Nhà xây ở đâu', en: 'Where it is built' } },
      { id: 'mapSheet', type: 'text', max: 10, label: { vi: 'Tờ bản đồ số', en: 'Map sheet' } },
      { id: 'parcel', type: 'text', max: 10, label: { vi: 'Thửa đất số', en: 'Parcel' } },
      { id: 'siteArea', type: 'number', decimals: 1, min: 10, max: 100_000, unit: { vi: 'm²', en: 'm²' },
        label: { vi: 'Diện tích thửa đất', en: 'Area of the parcel' } },
      { id: 'certificate', type: 'text', pattern: 'land-certificate',
        label: { vi: 'Số sổ đỏ', en: 'Number of the certificate' },
        hint: { vi: 'Hai chữ và 6 đến 8 số, in ở trang bìa.', en: 'Two letters, 6 to 8 digits, on the cover.' } },
    ] },
  { id: 'house', title: { vi: 'Ngôi nhà', en: 'The house' },
    hint: { vi: 'Lấy số liệu trong bản vẽ.', en: 'Figures from the drawings.' }, fields: [
      { id: 'grade', type: 'choice', label: { vi: 'Cấp công trình', en: 'Grade' }, options: [
        { value: '4', label: { vi: 'Cấp IV: một tầng, nhỏ', en: 'IV: one storey, small' } },
        { value: '3', label: { vi: 'Cấp III: 2 đến 7 tầng', en: 'III: 2 to 7 storeys' } },
        { value: '2', label: { vi: 'Cấp II: trên 7 tầng', en: 'II: over 7 storeys' } },
      ] },
      { id: 'floors', type: 'number', min: 1, max: 25, label: { vi: 'Số tầng', en: 'Storeys' },
        hint: { vi: 'Kể cả tầng lửng, tum; không kể tầng hầm.', en: 'With mezzanine and attic, without basement.' } },
      { id: 'basement', type: 'yes-no', label: { vi: 'Có tầng hầm', en: 'With a basement' } },
      { id: 'groundArea', type: 'number', decimals: 1, min: 1, max: 10_000, unit: { vi: 'm²', en: 'm²' },
        label: { vi: 'Diện tích xây dựng tầng 1', en: 'Area of the ground floor' } },
      { id: 'upperArea', type: 'number', decimals: 1, max: 50_000, unit: { vi: 'm²', en: 'm²' },
        label: { vi: 'Diện tích sàn các tầng khác', en: 'Area of the other floors' } },
      { id: 'floorArea', type: 'computed', formula: { sum: ['groundArea', 'upperArea'] }, result: 'number', decimals: 1,
        unit: { vi: 'm²', en: 'm²' }, label: { vi: 'Tổng diện tích sàn', en: 'Floor area in all' } },
      { id: 'height', type: 'number', decimals: 2, min: 2, max: 100, unit: { vi: 'm', en: 'm' },
        label: { vi: 'Chiều cao', en: 'Height' } },
      { id: 'setback', type: 'number', decimals: 2, max: 100, unit: { vi: 'm', en: 'm' },
        label: { vi: 'Lùi vào bao nhiêu so với đường', en: 'How far from the road' },
        hint: { vi: 'Luật gọi là khoảng lùi; sát đường thì ghi 0.', en: 'In law: setback; 0 at the road.' } },
    ] },
  { id: 'design', title: { vi: 'Thiết kế', en: 'Design' }, fields: [
    { id: 'designer', type: 'text', max: 200, when: mustBeDesigned,
      label: { vi: 'Đơn vị, người thiết kế', en: 'Who designed it' },
      hint: { vi: 'Nhà từ 250 m² sàn, 3 tầng hoặc cao 12 m trở lên.', en: 'From 250 m², 3 storeys or 12 m.' } },
    { id: 'licence', type: 'text', max: 60, label: { vi: 'Số chứng chỉ hành nghề', en: 'Number of the licence' },
      when: mustBeDesigned },
    { id: 'besideOthers', type: 'yes-no', label: { vi: 'Có nhà khác sát bên', en: 'Next to other houses' } },
    { id: 'startsOn', type: 'date', notBefore: 'today', label: { vi: 'Dự định khởi công', en: 'Planned start' } },
    { id: 'finishesOn', type: 'date', notBefore: { field: 'startsOn' },
      label: { vi: 'Dự định xong', en: 'Planned end' } },
  ] },
  deliveryPage,
]

/**
 * Luật Xây dựng 2014 Điều 93, 95, 102: 15 days for a detached house; those asked answer within 12 days or agree by
 * silence. A counter of the district knows no commune, so the one that is asked is that of the answers.
 */
// oxfmt-ignore
export const houseConstructionPermit = completeProcedure({
  code: '1.009994', receivedAt: ['district'],
  summary: { vi: 'Dành cho người xây nhà ở riêng lẻ ở nơi phải có giấy phép: đô thị, khu có quy hoạch, khu bảo tồn.',
    en: 'For those who build a detached house where a permit is needed.' },
  fees: [{ amount: 75_000, payAt: 'result', name: { vi: 'Lệ phí cấp giấy phép', en: 'Permit fee' },
    note: { vi: 'Mức minh họa; mức thật do HĐND tỉnh', en: 'A sample; set by the provincial council' } }],
  form: { id: 'house-construction-permit', pages },
  coApplicants: { called: { vi: 'Người cùng đứng tên đất', en: 'Joint owner of the land' }, most: 10 },
  papers: [
    { id: 'land', name: { vi: 'Giấy tờ về quyền sử dụng đất', en: 'Proof of land use right' }, maxFiles: 10,
      hint: { vi: 'Ảnh đủ các trang, không kê cạnh vật khác.', en: 'All pages.' } },
    { id: 'drawings', form: 'original', accept: ['pdf'], maxFiles: 20, copies: 2,
      name: { vi: 'Bản vẽ thiết kế xây dựng', en: 'Drawings' },
      hint: { vi: 'Mặt bằng, mặt đứng, mặt cắt, móng, điện nước.', en: 'Plans, elevations, sections, foundations.' } },
    { id: 'designer', when: mustBeDesigned,
      name: { vi: 'Chứng chỉ của người thiết kế', en: 'Licence of the designer' } },
    { id: 'pledge', form: 'original', name: { vi: 'Cam kết an toàn với nhà liền kề', en: 'Pledge to neighbours' },
      when: { field: 'besideOthers', is: true } },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp giấy phép xây dựng', en: 'Application' }, generated: true },
  ],
  process: { id: 'house-construction-permit', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 20, may: ['supplement', 'refuse'], consult: [
      { id: 'commune', name: { vi: 'UBND xã nơi xây nhà', en: 'Commune of the site' }, hours: 16, silence: 'consent',
        by: { at: { unit: 'area', field: 'answers.site.commune', division: 'DCXD' }, function: 'specialist' } },
      { id: 'land', name: { vi: 'Phòng Tài nguyên và Môi trường', en: 'Land division' }, hours: 16, silence: 'consent',
        by: { at: { unit: 'owner', division: 'TNMT' }, function: 'specialist' } },
    ], next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'site' } },
    site: { name: { vi: 'Kiểm tra thực địa', en: 'Check the site' }, kind: 'work', hours: 20, may: ['refuse'],
      back: ['appraise'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['appraise', 'site'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 20, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 8, back: ['sign'], next: 'deliver' },
    deliver: { name: { vi: 'Thu lệ phí, trả giấy phép', en: 'Take the fee, give the permit' }, kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GPXD', validMonths: 12,
      signer: { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH' }, blocks: [
        { article: '1', text: 'Cấp cho {answers.applicant.fullName}, cư trú tại {answers.applicant.residence}.' },
        { article: '2', text: 'Được xây dựng nhà ở riêng lẻ với các nội dung sau:' },
        { fields: [
          { label: 'Địa điểm', value: '{answers.site}, thửa {answers.parcel}, tờ bản đồ {answers.mapSheet}' },
          { label: 'Cấp công trình, số tầng', value: '{answers.grade}; {answers.floors} tầng' },
          { label: 'Diện tích tầng 1, tổng sàn', value: '{answers.groundArea}; {answers.floorArea}' },
          { label: 'Chiều cao, khoảng lùi', value: '{answers.height}; {answers.setback}' },
          { label: 'Giấy tờ về đất', value: '{answers.certificate}, {answers.siteArea}' },
        ] },
        { article: '3', text: 'Quá 12 tháng mà chưa khởi công thì phải đề nghị gia hạn.' },
      ] },
    { outcome: 'refused', notation: 'UBND-TB', signer: { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Nhà ở nông thôn có phải xin phép?', en: 'Must houses in the country have a permit?' },
      answer: { vi: 'Chỉ ở khu bảo tồn, hoặc nơi có quy hoạch chi tiết.', en: 'Only where planned or protected.' } },
    { ask: { vi: 'Tự vẽ được không?', en: 'May I draw it myself?' },
      answer: { vi: 'Được, nếu dưới 250 m² sàn, dưới 3 tầng và dưới 12 m.', en: 'Below 250 m², 3 storeys and 12 m.' } },
    { ask: { vi: 'Giấy phép có hạn bao lâu?', en: 'How long is it valid?' },
      answer: { vi: 'Phải khởi công trong 12 tháng; gia hạn được.', en: 'Start within 12 months; extendable.' } },
    { ask: { vi: 'Quá hạn không trả lời thì xây được không?', en: 'And if there is no answer in time?' },
      answer: { vi: 'Không. Gọi tổng đài để được xin lỗi và hẹn lại.', en: 'Do not build; call us.' } },
  ],
})
