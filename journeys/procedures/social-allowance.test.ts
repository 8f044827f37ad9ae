import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('a social allowance goes from the commune to the district and back', {
  code: '1.001776',
  applicant: 'congdan',
  files: 'who needs it says why, and sends it to the commune',
  steps: {
    receive: 'the counter of the commune receives it',
    council: 'the council of the commune meets and agrees',
    publish: 'it is posted up for seven days',
    propose: 'the chairman of the commune proposes it to the district',
    appraise: 'the division of the district appraises it',
    review: 'its head looks it over',
    sign: 'the chairman of the district decides',
    issue: 'the clerk numbers the decision and issues it',
    deliver: 'and the counter of the commune hands it out',
  },
  meanwhile: { at: 'appraise', sentence: 'the citizen sees that the district has it now', sees: /huyện Lạng Giang/ },
  ends: 'the citizen holds the decision',
  paper: [/QUYẾT ĐỊNH/, /trợ cấp/i],
})
