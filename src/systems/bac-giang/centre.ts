import { defineCentre } from '#engines/queue/declare.ts'

/** The queue of the provincial one-stop centre as it begins. Minutes are a sample until the centre has counted for itself. */
export const centre = defineCentre({
  unit: 'TTPVHCC',
  // Who comes first is said by law (39/2009/QH12, 51/2010/QH12); by how much is the unit's own to settle.
  headStart: { priorityMinutes: 60, appointmentMinutes: 60, lateMinutes: 15 },
  services: [
    {
      letter: 'Đ',
      name: { vi: 'Đất đai, môi trường', en: 'Land, environment' },
      icon: 'map-pin',
      sectors: ['land', 'environment', 'construction'],
      usualMinutes: 12,
      placesEach: 2,
    },
    {
      letter: 'T',
      name: { vi: 'Tư pháp, lý lịch', en: 'Justice, criminal record' },
      icon: 'users',
      sectors: ['justice', 'civil-status', 'certification'],
      usualMinutes: 7,
      placesEach: 2,
    },
    {
      letter: 'K',
      name: { vi: 'Kinh doanh, đầu tư', en: 'Business, investment' },
      icon: 'building-store',
      sectors: ['enterprise', 'household-business', 'finance'],
      usualMinutes: 10,
      placesEach: 2,
    },
    {
      letter: 'L',
      name: { vi: 'Lao động, việc làm', en: 'Labour, employment' },
      icon: 'briefcase',
      sectors: ['labour', 'social-protection'],
      usualMinutes: 9,
      placesEach: 2,
    },
    {
      letter: 'Y',
      name: { vi: 'Y tế, giáo dục', en: 'Health, education' },
      icon: 'stethoscope',
      sectors: ['health', 'education', 'culture'],
      usualMinutes: 8,
      placesEach: 2,
    },
    {
      letter: 'G',
      name: { vi: 'Giao thông vận tải', en: 'Transport' },
      icon: 'car',
      sectors: ['transport'],
      usualMinutes: 6,
      placesEach: 2,
    },
    {
      letter: 'C',
      name: { vi: 'Công Thương, lĩnh vực khác', en: 'Industry, trade, others' },
      icon: 'building',
      sectors: ['industry-trade', 'agriculture', 'science', 'information', 'interior'],
      usualMinutes: 9,
      placesEach: 2,
    },
    { letter: 'R', name: { vi: 'Nhận kết quả', en: 'Collect a result' }, icon: 'receipt', usualMinutes: 3 },
  ],
  desks: [['Đ'], ['Đ'], ['T'], ['K'], ['L'], ['Y'], ['G'], ['C'], ['R'], ['R']],
})
