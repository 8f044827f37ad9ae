/** An address as it is written by itself: a socket for both families gives `::ffff:10.0.0.2` for `10.0.0.2`. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+(?:\.\d+){3}$)/i, '')

/**
 * The network that an address belongs to, as far as one subscriber has it: an IPv4 address itself, of IPv6 the first 64 bits,
 * since a home or a phone has all addresses below them.
 */
export function networkOf(given: string): string {
  const address = plainAddress(given)
  if (!address.includes(':')) return address
  const [start = '', end] = address.split('%')[0]!.split('::')
  const [first, last] = [start, end ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = end === undefined ? [] : Array.from({ length: 8 - first!.length - last!.length }, () => '0')
  const groups = [...first!, ...zeros, ...last!].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${groups.join(':')}::/64`
}
