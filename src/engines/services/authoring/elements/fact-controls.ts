import { option, period, whenOnAnswers, type Control } from './control.ts'

const subjects = [
  option('citizen', 'Công dân', 'Citizens'),
  option('enterprise', 'Doanh nghiệp', 'Enterprises'),
  option('household', 'Hộ kinh doanh', 'Household businesses'),
  option('organization', 'Tổ chức', 'Organisations'),
  option('official', 'Cán bộ, công chức', 'Officials'),
]

const lifeEvents = [
  option('birth', 'Có con', 'Having a child'),
  option('marriage', 'Kết hôn', 'Marriage'),
  option('death', 'Người thân qua đời', 'A death'),
  option('housing', 'Nhà ở, xây dựng', 'Housing'),
  option('land', 'Đất đai', 'Land'),
  option('driving', 'Xe, lái xe', 'Driving'),
  option('business', 'Kinh doanh', 'Business'),
  option('work', 'Việc làm', 'Work'),
  option('study', 'Học hành', 'Study'),
  option('social-support', 'Trợ giúp xã hội', 'Social support'),
  option('certification', 'Chứng thực', 'Certification'),
  option('health', 'Sức khỏe', 'Health'),
  option('travel', 'Đi lại, xuất nhập cảnh', 'Travel'),
  option('other', 'Khác', 'Other'),
]

const ways = [
  option('in-person', 'Trực tiếp', 'In person'),
  option('online', 'Trực tuyến', 'Online'),
  option('postal', 'Bưu chính', 'By post'),
]

const codeStates = [
  option('confirmed', 'Có trong Cơ sở dữ liệu quốc gia', 'In the national database'),
  option('uncertain', 'Chưa chắc', 'Doubtful'),
  option('later', 'Mới có sau này', 'In use later only'),
  option('local', 'Của tỉnh đặt', 'Ours'),
]

/** What everybody may read of a procedure. */
export const factControls: readonly Control[] = [
  { path: 'name', label: { vi: 'Tên thủ tục', en: 'Name' }, as: 'words', rows: 2 },
  { path: 'everydayName', label: { vi: 'Tên người dân gọi', en: 'Everyday name' }, as: 'words' },
  { path: 'summary', label: { vi: 'Giới thiệu', en: 'Summary' }, as: 'words', rows: 3 },
  { path: 'notice', label: { vi: 'Lưu ý trước khi làm', en: 'Notice' }, as: 'words', rows: 2 },
  { path: 'field', label: { vi: 'Lĩnh vực', en: 'Field' }, as: 'words' },
  {
    path: 'level',
    label: { vi: 'Cấp giải quyết', en: 'Level that decides' },
    as: 'choice',
    options: 'tiers',
  },
  {
    path: 'owner.agency',
    label: { vi: 'Cơ quan giải quyết', en: 'Agency that decides' },
    hint: { vi: 'Bỏ trống nếu do UBND cấp huyện, cấp xã giải quyết.', en: 'Empty where committees below decide.' },
    as: 'choice',
    options: 'agencies',
    none: { vi: 'UBND của nơi nộp', en: 'The committee of the place' },
  },
  {
    path: 'owner.tier',
    label: { vi: 'hoặc UBND cấp', en: 'or the committee of' },
    as: 'choice',
    options: 'tiers',
    none: { vi: 'Không', en: 'None' },
  },
  {
    path: 'owner.division',
    label: { vi: 'Phòng làm việc này', en: 'Division at work' },
    hint: {
      vi: 'Phần cuối của mã phòng, như QLVT; nhiều mã cách nhau dấu phẩy.',
      en: 'The last part of its code, such as QLVT; several with commas.',
    },
    as: 'division',
  },
  { path: 'receivedAt', label: { vi: 'Tiếp nhận ở', en: 'Received at' }, as: 'choices', options: 'tiers' },
  { path: 'subjects', label: { vi: 'Ai làm', en: 'For whom' }, as: 'choices', options: subjects },
  { path: 'result', label: { vi: 'Kết quả', en: 'Result' }, as: 'words' },
  { path: 'conditions', label: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' }, as: 'words', rows: 3 },
  { path: 'ways', label: { vi: 'Cách thức thực hiện', en: 'Ways of filing' }, as: 'choices', options: ways },
  { path: 'sets', label: { vi: 'Số bộ hồ sơ', en: 'Sets of papers' }, as: 'number' },
  {
    path: 'legalBasis',
    label: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
    hint: {
      vi: 'Số hiệu như 61/2018/NĐ-CP; ngày chỉ ghi khi khác ngày của thủ tục.',
      en: 'A number, such as 61/2018/NĐ-CP.',
    },
    as: 'laws',
  },
  { path: 'lifeEvents', label: { vi: 'Sự kiện đời sống', en: 'Life events' }, as: 'choices', options: lifeEvents },
  {
    path: 'keywords',
    label: { vi: 'Từ để tìm', en: 'Search words' },
    hint: { vi: 'Mỗi dòng một từ, không dấu.', en: 'One a line, without tone marks.' },
    as: 'lines',
  },
  {
    path: 'course',
    label: { vi: 'Trình tự thực hiện', en: 'Course' },
    hint: { vi: 'Bỏ trống nếu quy trình ở đây đã nói.', en: 'Empty where the process here says it.' },
    as: 'words',
    rows: 3,
  },
  {
    path: 'codeStatus',
    label: { vi: 'Mã thủ tục', en: 'The code' },
    as: 'choice',
    options: codeStates,
    none: { vi: 'Chưa đối chiếu', en: 'Not compared' },
  },
  {
    path: 'effective.to',
    label: { vi: 'Thôi nhận hồ sơ từ ngày', en: 'Closed to filing from' },
    as: 'date',
  },
  {
    path: 'coApplicants.called',
    label: { vi: 'Người cùng nộp gọi là gì', en: 'What those who file together are called' },
    hint: { vi: 'Bỏ trống cả phần này nếu chỉ một người nộp.', en: 'Leave it all empty where one files alone.' },
    as: 'words',
  },
  { path: 'coApplicants.most', label: { vi: 'Nhiều nhất mấy người cùng nộp', en: 'How many at most' }, as: 'number' },
  { ...whenOnAnswers, path: 'coApplicants.when', label: { vi: 'Cùng nộp chỉ khi', en: 'Together only when' } },
  {
    path: 'coApplicants.pages',
    label: { vi: 'Phần giao cho người cùng nộp khai', en: 'Parts that may be given to them' },
    as: 'choices',
    options: 'pages',
  },
]

export const levelControls: readonly Control[] = [
  {
    path: 'level',
    label: { vi: 'Mức trực tuyến', en: 'Online level' },
    hint: { vi: 'Từ 1 đến 4 (Nghị định 43/2011/NĐ-CP).', en: '1 to 4 (Decree 43/2011).' },
    as: 'number',
  },
  ...period,
]

export const paperControls: readonly Control[] = [
  { path: 'name', label: { vi: 'Tên giấy tờ', en: 'Name' }, as: 'words' },
  { path: 'hint', label: { vi: 'Hướng dẫn', en: 'Hint' }, as: 'words' },
  {
    path: 'form',
    label: { vi: 'Hình thức', en: 'Form' },
    as: 'choice',
    options: [
      option('copy', 'Bản sao', 'Copy'),
      option('original', 'Bản chính', 'Original'),
      option('either', 'Bản chính hoặc bản sao', 'Either'),
    ],
  },
  {
    path: 'accept',
    label: { vi: 'Nhận tệp', en: 'Files taken' },
    as: 'choices',
    options: [option('image', 'Ảnh', 'Pictures'), option('pdf', 'PDF', 'PDF'), option('office', 'Văn bản', 'Office')],
  },
  whenOnAnswers,
  { path: 'optional', label: { vi: 'Không bắt buộc', en: 'Optional' }, as: 'tick' },
  {
    path: 'generated',
    label: { vi: 'Hệ thống tạo từ câu trả lời', en: 'Made by the system from the answers' },
    as: 'tick',
  },
  { path: 'maxFiles', label: { vi: 'Nhiều nhất mấy tệp', en: 'Files at most' }, as: 'number' },
  { path: 'copies', label: { vi: 'Số bản nộp tại quầy', en: 'Copies at the counter' }, as: 'number' },
  {
    path: 'resultOf',
    label: { vi: 'Là kết quả của thủ tục', en: 'Is the result of these procedures' },
    hint: {
      vi: 'Mỗi dòng một mã. Kết quả tỉnh đã cấp còn hiệu lực thì được dùng lại, không phải nộp.',
      en: 'One code a line. A result of the province that is in force is used again.',
    },
    as: 'lines',
  },
  {
    path: 'reusableMonths',
    label: { vi: 'Dùng lại được trong mấy tháng', en: 'Months in which it may be used again' },
    hint: {
      vi: 'Kể từ ngày nộp lần đầu; 0 là không dùng lại. Bỏ trống: 24 tháng.',
      en: 'From when it was first handed in; 0: never. Empty: 24.',
    },
    as: 'number',
  },
  { path: 'id', label: { vi: 'Tên dữ liệu', en: 'Data name' }, as: 'text' },
]

export const questionControls: readonly Control[] = [
  { path: 'ask', label: { vi: 'Câu hỏi', en: 'Question' }, as: 'words', rows: 2 },
  { path: 'answer', label: { vi: 'Trả lời', en: 'Answer' }, as: 'words', rows: 4 },
]

/** A procedure that a bundle starts. */
export const memberControls: readonly Control[] = [
  {
    path: 'code',
    label: { vi: 'Thủ tục', en: 'Procedure' },
    hint: { vi: 'Thủ tục đứng đầu nhận cả gói.', en: 'The first one is where the bundle is received.' },
    as: 'choice',
    options: 'procedures',
  },
  { path: 'answers', label: { vi: 'Câu trả lời lấy từ đâu', en: 'Where answers come from' }, as: 'member-answers' },
  { path: 'papers', label: { vi: 'Giấy tờ lấy từ đâu', en: 'Where papers come from' }, as: 'member-papers' },
]
