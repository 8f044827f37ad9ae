import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('marital status is confirmed after asking where one lived before', {
  code: '1.004873',
  applicant: 'congdan',
  answers: { proof: 'inside', verifyAt: '07384' },
  files: 'the citizen says what it is for and where else she lived',
  steps: {
    receive: 'the counter of the commune receives it',
    check: 'the registrar finds nothing in the own books for those years',
    ask: 'and writes to the commune where she lived',
    answer: 'that commune looks into its books and answers',
    conclude: 'the registrar concludes',
    sign: 'the chairman signs',
    issue: 'the clerk issues the certificate',
    deliver: 'the counter hands it out',
  },
  meanwhile: { at: 'answer', sentence: 'the citizen sees that the other commune is asked', sees: /Nơi từng cư trú/ },
  ends: 'the citizen holds the certificate',
  paper: [/TÌNH TRẠNG HÔN NHÂN/i, /Thân Thị Bích Phượng/i],
})
