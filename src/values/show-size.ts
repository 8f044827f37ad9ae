const units = ['KB', 'MB', 'GB', 'TB'] as const

/** How much there is of data, by thousands: `340 KB`, `1,4 MB`, `120 GB`; never less than 1 KB. */
export function showSize(bytes: number): string {
  let [amount, at] = [bytes / 1000, 0]
  while (amount >= 1000 && at < units.length - 1) [amount, at] = [amount / 1000, at + 1]
  const shown = at === 0 || amount >= 100 ? String(Math.max(1, Math.ceil(amount))) : amount.toFixed(1)
  return `${shown.replace(/\.0$/, '').replace('.', ',')} ${units[at]}`
}
