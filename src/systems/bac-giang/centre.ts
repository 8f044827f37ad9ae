import { defineCentre } from '#engines/queue/declare.ts'

const service = (letter: string, vi: string, en: string, icon: string, sectors: string[], usualMinutes: number) => ({
  letter,
  name: { vi, en },
  icon,
  sectors,
  usualMinutes,
  longestWaitMinutes: 20,
})

/** The queue of the provincial one-stop centre as it begins. Minutes are a sample until the centre has counted for itself. */
export const centre = defineCentre({
  unit: 'TTPVHCC',
  // Decree 61/2018 leaves the order at the counters to the unit; who comes first is said by the laws on the elderly and the disabled.
  headStart: { priorityMinutes: 60, appointmentMinutes: 60, lateMinutes: 15 },
  services: [
    service('Đ', 'Đất đai, môi trường', 'Land, environment', 'map-pin', ['land', 'environment', 'construction'], 12),
    service('T', 'Tư pháp, lý lịch', 'Justice, criminal record', 'users', ['justice', 'civil-status', 'certification'], 7),
    service('K', 'Kinh doanh, đầu tư', 'Business, investment', 'building-store', ['enterprise', 'household-business', 'finance'], 10),
    service('L', 'Lao động, việc làm', 'Labour, employment', 'briefcase', ['labour', 'social-protection'], 9),
    service('Y', 'Y tế, giáo dục', 'Health, education', 'stethoscope', ['health', 'education', 'culture'], 8),
    service('G', 'Giao thông vận tải', 'Transport', 'car', ['transport'], 6),
    service('C', 'Công Thương, lĩnh vực khác', 'Industry, trade, others', 'building', ['industry-trade', 'agriculture', 'science', 'information', 'interior'], 9),
    service('R', 'Nhận kết quả', 'Collect a result', 'receipt', [], 3),
  ],
  desks: [['Đ'], ['Đ'], ['T'], ['K'], ['L'], ['Y'], ['G'], ['C'], ['R'], ['R']],
})
