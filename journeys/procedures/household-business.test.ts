import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('a shop is opened', {
  code: '1.001612',
  applicant: 'doanhnghiep',
  files: 'the owner chooses a name and trades, and sends it to the district',
  steps: {
    receive: 'the counter of the district receives it',
    appraise: 'the specialist looks whether the name is free and the trades are allowed',
    sign: 'the head of the division signs',
    issue: 'the specialist issues the certificate',
    deliver: 'the counter takes the fee and hands it out',
  },
  ends: 'the owner holds the certificate of the household business',
  paper: [/HỘ KINH DOANH/],
})
