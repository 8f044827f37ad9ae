import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('land changes hands over three levels of government', {
  code: '2.000889',
  applicant: 'congdan',
  answers: { paper: 'new', isShared: false },
  files: 'the buyer tells of the plot and the contract, and sends it',
  steps: {
    receive: 'the counter of the district receives it',
    check: 'the land registration branch asks the commune, which answers, and checks',
    duties: 'the tax office names the duties, and they are paid',
    draft: 'the land registration office of the province draws up a new certificate',
    'sign-new': 'a deputy director of the department signs it',
    issue: 'the branch corrects the land register and issues it',
    deliver: 'the counter of the district hands it out',
  },
  meanwhile: {
    at: 'draft',
    sentence: 'the buyer sees that the province has it now',
    sees: /Văn phòng Đăng ký đất đai|Sở Tài nguyên/,
  },
  ends: 'the buyer holds the certificate of the land',
  paper: [/QUYỀN SỬ DỤNG ĐẤT/i, /Thân Thị Bích Phượng/i],
})
