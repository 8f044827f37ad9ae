import { addDays, dateAt } from '#values/plain-date.ts'
import { tellWholeWay } from '../whole-way.ts'

tellWholeWay('a birth is registered, and the child insured', {
  code: '1.001193',
  applicant: 'congdan',
  answers: {
    relation: 'mother',
    childBirthDate: addDays(dateAt(new Date()), -10),
    healthCard: true,
    clinic: 'Trạm y tế xã Nghĩa Hưng',
  },
  files: 'the mother tells of the child from home',
  steps: {
    receive: 'the counter of the commune receives it',
    record: 'the registrar checks it, gets a personal number and writes it into the book',
    sign: 'the chairman of the commune signs',
    issue: 'the clerk issues the certificate',
    deliver: 'the counter hands the certificate out',
    card: 'meanwhile the registrar sends it to the social insurance and gets the card',
    'deliver-card': 'the counter hands the card out too',
  },
  ends: 'the mother holds the certificate',
  paper: [/GIẤY KHAI SINH/],
})
