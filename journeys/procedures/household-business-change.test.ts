import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('a shop changes what it is called, where it is or what it sells', {
  code: '2.000720',
  applicant: 'doanhnghiep',
  files: 'the owner says what changes, and sends it to the district',
  steps: {
    receive: 'the counter of the district receives it',
    appraise: 'the specialist appraises the change',
    sign: 'the head of the division signs',
    issue: 'the specialist issues the new certificate',
    deliver: 'the counter takes back the old certificate and hands out the new one',
  },
  ends: 'the owner holds the new certificate',
  paper: [/HỘ KINH DOANH/],
})
