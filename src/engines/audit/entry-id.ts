/**
 * Makes the UUIDv7 of an entry from its instant and ten random bytes (RFC 9562 §5.7): the id alone tells the month that
 * holds the entry, and entries sort by it as by their time.
 */
export function entryId(at: Date, random: Buffer): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const rest = random.toString('hex', 0, 10)
  const variant = ((random[2] as number) & 0x3f) | 0x80
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(1, 4)}-${variant.toString(16)}${rest.slice(6, 8)}-${rest.slice(8, 20)}`
}

/** The instant that an id made by {@link entryId} names. */
export const instantOfEntry = (id: string): Date => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
