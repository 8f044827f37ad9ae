import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('vehicles get badges to carry passengers', {
  code: '2.002288',
  applicant: 'doanhnghiep',
  inTheNameOf: 'Công ty Cổ phần Thương mại Sông Thương',
  files: 'the carrier lists its vehicles, and sends it to the department',
  steps: {
    receive: 'the counter of the province receives it',
    appraise: 'the specialist looks at vehicles and tracking data',
    review: 'the head of the division looks it over',
    sign: 'a deputy director signs',
    issue: 'the clerk has the badges printed',
    deliver: 'the counter hands them out',
  },
  ends: 'the carrier holds the badges',
  paper: [/PHÙ HIỆU/i],
})
