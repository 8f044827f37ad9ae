import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('a family is permitted to build a house', {
  code: '1.009994',
  applicant: 'congdan',
  files: 'who builds answers about the land and the house, with the drawings, and sends it',
  steps: {
    receive: 'the counter of the district receives it',
    appraise: 'the specialist asks the commune and the land division, who answer, and appraises',
    site: 'the site is inspected',
    review: 'the head of the division looks it over',
    sign: 'a deputy chairman of the district signs',
    issue: 'the clerk numbers the permit and issues it',
    deliver: 'the counter takes the fee and hands the permit out',
  },
  ends: 'the family holds the permit',
  paper: [/GIẤY PHÉP XÂY DỰNG/i, /Thân Thị Bích Phượng/i],
})
