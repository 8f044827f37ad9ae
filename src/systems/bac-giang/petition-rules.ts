import { definePetitionRules } from '#engines/petitions/declare.ts'

const workingDay = 'working-day' as const

/** Reflections and petitions; their times are those that the national index counts (groups 5.1–5.3). */
const reflected = {
  law: ['20/2008/NĐ-CP', '92/2017/NĐ-CP', '766/QĐ-TTg (2022)'],
  accept: { amount: 2, unit: workingDay },
  supplement: { amount: 5, unit: workingDay },
  answerFrom: 'sending' as const,
  answer: [{ case: 'ordinary', limit: { amount: 15, unit: workingDay } }],
  publish: { amount: 2, unit: workingDay },
}

export const petitionRules = definePetitionRules({
  // Procedure control of the province's office takes in what names no procedure; the inspectorate what is about the province's own bodies.
  receivers: ['VPUBND.KSTTHC', 'VPUBND', 'TTT', 'UBND-TINH'],
  limits: [
    { kind: 'question', ...reflected },
    { kind: 'reflection', ...reflected },
    {
      kind: 'complaint',
      from: '2012-07-01',
      law: ['Luật Khiếu nại 2011, Điều 27, 28'],
      accept: { amount: 10, unit: 'calendar-day' },
      supplement: { amount: 10, unit: 'calendar-day' },
      answerFrom: 'acceptance',
      answer: [
        { case: 'ordinary', limit: { amount: 30, unit: 'calendar-day' } },
        { case: 'complex', limit: { amount: 45, unit: 'calendar-day' } },
        { case: 'remote', limit: { amount: 45, unit: 'calendar-day' } },
        { case: 'remote-complex', limit: { amount: 60, unit: 'calendar-day' } },
      ],
      // 45 days where the way is long: the shorter one is told, later ones are judged by whoever takes them.
      secondWithin: { amount: 30, unit: 'calendar-day' },
    },
    {
      kind: 'complaint',
      isSecond: true,
      from: '2012-07-01',
      law: ['Luật Khiếu nại 2011, Điều 33, 36, 37'],
      accept: { amount: 10, unit: 'calendar-day' },
      supplement: { amount: 10, unit: 'calendar-day' },
      answerFrom: 'acceptance',
      answer: [
        { case: 'ordinary', limit: { amount: 45, unit: 'calendar-day' } },
        { case: 'complex', limit: { amount: 60, unit: 'calendar-day' } },
        { case: 'remote', limit: { amount: 60, unit: 'calendar-day' } },
        { case: 'remote-complex', limit: { amount: 70, unit: 'calendar-day' } },
      ],
    },
    {
      kind: 'denunciation',
      from: '2019-01-01',
      law: ['Luật Tố cáo 2018, Điều 24, 30'],
      // Ten where it has to be verified in several places: the longer one is said by whoever verifies, the shorter one counts.
      accept: { amount: 7, unit: 'working-day' },
      supplement: { amount: 7, unit: 'working-day' },
      answerFrom: 'acceptance',
      answer: [{ case: 'ordinary', limit: { amount: 30, unit: 'calendar-day' } }],
      extensions: [30, 30],
    },
  ],
})
