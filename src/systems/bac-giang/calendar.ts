import { defineCalendar } from '#engines/calendar/declare.ts'

// Labour Code (from 2021: the code of 2019, art. 112, a second day for Quốc khánh) and the yearly notices of the Prime
// Minister and the ministry of labour. Lunar dates agree with two independent lunar calendars; 2027 is partly projected.
const newYear = { vi: 'Tết Dương lịch', en: 'New Year’s Day' }
const tet = { vi: 'Tết Nguyên đán', en: 'Lunar New Year' }
const hung = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' }
const victory = { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day' }
const labour = { vi: 'Ngày Quốc tế Lao động 1/5', en: 'International Labour Day' }
const national = { vi: 'Quốc khánh', en: 'National Day' }
const newYearRest = { vi: 'Nghỉ bù Tết Dương lịch', en: 'In place of New Year’s Day' }
const tetRest = { vi: 'Nghỉ bù Tết Nguyên đán', en: 'In place of Lunar New Year' }
const hungRest = { vi: 'Nghỉ bù Giỗ Tổ Hùng Vương', en: 'In place of Hùng Kings’ Day' }
const victoryRest = { vi: 'Nghỉ bù Ngày Chiến thắng', en: 'In place of Victory Day' }
const labourRest = { vi: 'Nghỉ bù Ngày Quốc tế Lao động', en: 'In place of Labour Day' }
const nationalRest = { vi: 'Nghỉ bù Quốc khánh', en: 'In place of National Day' }
const swap = { vi: 'Nghỉ hoán đổi', en: 'Day off, swapped' }
const makeUp = { vi: 'Làm bù ngày nghỉ hoán đổi', en: 'Working day, swapped' }

/** Working days of the state bodies of Bắc Giang, 2019–2027. */
export const calendar = defineCalendar({
  id: 'bac-giang',
  covers: { from: '2018-12-31', to: '2028-01-01' },
  officeHours: [
    {
      weekdays: [1, 2, 3, 4, 5],
      spans: [
        { start: '07:30', end: '11:30' },
        { start: '13:00', end: '17:00' },
      ],
    },
  ],
  cutOff: '15:00',
  days: [
    // 2019
    { date: '2018-12-31', kind: 'swapped-off', name: swap, note: 'làm bù 05/01/2019' },
    { date: '2019-01-01', kind: 'holiday', name: newYear },
    { date: '2019-01-05', kind: 'swapped-work', name: makeUp, note: 'bù cho 31/12/2018' },
    { date: '2019-02-04', through: '2019-02-08', kind: 'holiday', name: tet },
    { date: '2019-04-14', kind: 'holiday', name: hung },
    { date: '2019-04-15', kind: 'compensatory', name: hungRest },
    { date: '2019-04-29', kind: 'swapped-off', name: swap, note: 'làm bù 04/05/2019' },
    { date: '2019-04-30', kind: 'holiday', name: victory },
    { date: '2019-05-01', kind: 'holiday', name: labour },
    { date: '2019-05-04', kind: 'swapped-work', name: makeUp, note: 'bù cho 29/04/2019' },
    { date: '2019-09-02', kind: 'holiday', name: national },
    // 2020
    { date: '2020-01-01', kind: 'holiday', name: newYear },
    { date: '2020-01-23', through: '2020-01-27', kind: 'holiday', name: tet },
    { date: '2020-01-28', through: '2020-01-29', kind: 'compensatory', name: tetRest },
    { date: '2020-04-02', kind: 'holiday', name: hung },
    { date: '2020-04-30', kind: 'holiday', name: victory },
    { date: '2020-05-01', kind: 'holiday', name: labour },
    { date: '2020-09-02', kind: 'holiday', name: national },
    // 2021
    { date: '2021-01-01', kind: 'holiday', name: newYear },
    { date: '2021-02-10', through: '2021-02-14', kind: 'holiday', name: tet },
    { date: '2021-02-15', through: '2021-02-16', kind: 'compensatory', name: tetRest },
    { date: '2021-04-21', kind: 'holiday', name: hung },
    { date: '2021-04-30', kind: 'holiday', name: victory },
    { date: '2021-05-01', kind: 'holiday', name: labour },
    { date: '2021-05-03', kind: 'compensatory', name: labourRest },
    { date: '2021-09-02', through: '2021-09-03', kind: 'holiday', name: national },
    // 2022
    { date: '2022-01-01', kind: 'holiday', name: newYear },
    { date: '2022-01-03', kind: 'compensatory', name: newYearRest },
    { date: '2022-01-31', through: '2022-02-04', kind: 'holiday', name: tet },
    { date: '2022-04-10', kind: 'holiday', name: hung },
    { date: '2022-04-11', kind: 'compensatory', name: hungRest },
    { date: '2022-04-30', kind: 'holiday', name: victory },
    { date: '2022-05-01', kind: 'holiday', name: labour },
    { date: '2022-05-02', kind: 'compensatory', name: victoryRest },
    { date: '2022-05-03', kind: 'compensatory', name: labourRest },
    { date: '2022-09-01', through: '2022-09-02', kind: 'holiday', name: national },
    // 2023
    { date: '2023-01-01', kind: 'holiday', name: newYear },
    { date: '2023-01-02', kind: 'compensatory', name: newYearRest },
    { date: '2023-01-20', through: '2023-01-24', kind: 'holiday', name: tet },
    { date: '2023-01-25', through: '2023-01-26', kind: 'compensatory', name: tetRest },
    { date: '2023-04-29', kind: 'holiday', name: hung },
    { date: '2023-04-30', kind: 'holiday', name: victory },
    { date: '2023-05-01', kind: 'holiday', name: labour },
    { date: '2023-05-02', kind: 'compensatory', name: hungRest },
    { date: '2023-05-03', kind: 'compensatory', name: victoryRest },
    { date: '2023-09-01', through: '2023-09-02', kind: 'holiday', name: national },
    { date: '2023-09-04', kind: 'compensatory', name: nationalRest },
    // 2024
    { date: '2024-01-01', kind: 'holiday', name: newYear },
    { date: '2024-02-08', through: '2024-02-12', kind: 'holiday', name: tet },
    { date: '2024-02-13', through: '2024-02-14', kind: 'compensatory', name: tetRest },
    { date: '2024-04-18', kind: 'holiday', name: hung },
    { date: '2024-04-29', kind: 'swapped-off', name: swap, note: 'làm bù 04/05/2024' },
    { date: '2024-04-30', kind: 'holiday', name: victory },
    { date: '2024-05-01', kind: 'holiday', name: labour },
    { date: '2024-05-04', kind: 'swapped-work', name: makeUp, note: 'bù cho 29/04/2024' },
    { date: '2024-09-02', through: '2024-09-03', kind: 'holiday', name: national },
    // 2025
    { date: '2025-01-01', kind: 'holiday', name: newYear },
    { date: '2025-01-27', through: '2025-01-31', kind: 'holiday', name: tet },
    { date: '2025-04-07', kind: 'holiday', name: hung },
    { date: '2025-04-26', kind: 'swapped-work', name: makeUp, note: 'bù cho 02/05/2025' },
    { date: '2025-04-30', kind: 'holiday', name: victory },
    { date: '2025-05-01', kind: 'holiday', name: labour },
    { date: '2025-05-02', kind: 'swapped-off', name: swap, note: 'làm bù 26/04/2025' },
    { date: '2025-09-01', through: '2025-09-02', kind: 'holiday', name: national },
    // 2026
    { date: '2026-01-01', kind: 'holiday', name: newYear },
    { date: '2026-01-02', kind: 'swapped-off', name: swap, note: 'làm bù 10/01/2026' },
    { date: '2026-01-10', kind: 'swapped-work', name: makeUp, note: 'bù cho 02/01/2026' },
    { date: '2026-02-16', through: '2026-02-20', kind: 'holiday', name: tet },
    { date: '2026-04-26', kind: 'holiday', name: hung },
    { date: '2026-04-27', kind: 'compensatory', name: hungRest },
    { date: '2026-04-30', kind: 'holiday', name: victory },
    { date: '2026-05-01', kind: 'holiday', name: labour },
    { date: '2026-08-22', kind: 'swapped-work', name: makeUp, note: 'bù cho 31/08/2026' },
    { date: '2026-08-31', kind: 'swapped-off', name: swap, note: 'làm bù 22/08/2026' },
    { date: '2026-09-01', through: '2026-09-02', kind: 'holiday', name: national },
    // 2027: the notices that choose the days of Tết and the second day of Quốc khánh are not out
    { date: '2027-01-01', kind: 'holiday', name: newYear },
    { date: '2027-02-04', through: '2027-02-08', kind: 'holiday', name: tet, status: 'projected' },
    { date: '2027-02-09', through: '2027-02-10', kind: 'compensatory', name: tetRest, status: 'projected' },
    { date: '2027-04-16', kind: 'holiday', name: hung },
    { date: '2027-04-30', kind: 'holiday', name: victory },
    { date: '2027-05-01', kind: 'holiday', name: labour },
    { date: '2027-05-03', kind: 'compensatory', name: labourRest, status: 'projected' },
    { date: '2027-09-02', kind: 'holiday', name: national },
    { date: '2027-09-03', kind: 'holiday', name: national, status: 'projected' },
  ],
})
