import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('a criminal record certificate is issued after the police looked', {
  code: '2.000488',
  applicant: 'congdan',
  answers: { livedElsewhere: true },
  files: 'the citizen tells where she lived, and sends it',
  steps: {
    receive: 'the counter of the province receives it',
    prepare: 'the specialist of the department of justice prepares the inquiry',
    verify: 'the police of the province look into their records',
    'verify-elsewhere': 'those of the other place too',
    review: 'the head of the division looks it over',
    sign: 'the director signs',
    issue: 'the clerk issues the certificate',
    deliver: 'the counter hands it out',
  },
  ends: 'the citizen holds the certificate',
  paper: [/LÝ LỊCH TƯ PHÁP/, /Thân Thị Bích Phượng/i],
})
