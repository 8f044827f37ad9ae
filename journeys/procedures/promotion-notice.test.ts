import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('a trader gives notice of a promotion', {
  code: '2.000033',
  applicant: 'doanhnghiep',
  inTheNameOf: 'Công ty Cổ phần Thương mại Sông Thương',
  files: 'the trader tells what is given, where and when',
  steps: {
    receive: 'the counter of the province receives it',
    appraise: 'the specialist of the department of industry and trade appraises it',
    review: 'the head of the division looks it over',
    sign: 'a deputy director signs',
    issue: 'the clerk numbers the acknowledgement',
    deliver: 'the counter hands it out',
  },
  ends: 'the trader holds the acknowledgement',
  paper: [/KHUYẾN MẠI/i],
})
