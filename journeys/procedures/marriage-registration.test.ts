import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('two people marry', {
  code: '1.000894',
  applicant: 'congdan',
  answers: {
    groom: { fullName: 'Đồng Văn Khánh', personalId: '024066000123', ethnicity: '01', nationality: 'VN' },
    groomBirthDate: '1966-02-03',
    bride: { fullName: 'Thân Thị Bích Phượng', personalId: '024168009123', ethnicity: '01', nationality: 'VN' },
    brideBirthDate: '1968-08-14',
    proof: 'here',
  },
  files: 'she answers for both and sends it; he will sign at the counter',
  steps: {
    receive: 'the counter of the commune receives it',
    check: 'the registrar checks that they may marry and writes it into the book',
    sign: 'the chairman of the commune signs',
    issue: 'the clerk issues the certificate',
    deliver: 'both sign at the counter and receive it',
  },
  ends: 'they hold the certificate',
  paper: [/KẾT HÔN/, /Chồng: Đồng Văn Khánh/, /Vợ: Thân Thị Bích Phượng/],
})
