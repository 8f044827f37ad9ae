import type { Words } from './words.ts'
import { groupThousands } from './money.ts'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ', ' triệu tỷ']

/** `200000` → `Hai trăm nghìn đồng`, as receipts and decisions write amounts out; English keeps the figures. */
export function amountInWords(amount: number): Words {
  const groups: number[] = []
  for (let rest = Math.trunc(amount); rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000)
  const said = groups
    .map((group, at) => (group === 0 ? '' : `${sayGroup(group, at < groups.length - 1)}${scales[at]}`))
    .toReversed()
    .filter(Boolean)
    .join(' ')
  const text = said === '' ? 'không' : said
  return { vi: `${text[0]?.toUpperCase()}${text.slice(1)} đồng`, en: `${groupThousands(amount)} đồng` }
}

/** Three digits; behind others the hundreds are said also when there are none. */
function sayGroup(group: number, isBehind: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const parts: string[] = []
  if (hundreds > 0 || isBehind) parts.push(`${digits[hundreds]} trăm`)
  if (tens === 1) parts.push('mười')
  else if (tens > 1) parts.push(`${digits[tens]} mươi`)
  else if (ones > 0 && parts.length > 0) parts.push('linh')
  if (ones > 0) parts.push(sayOnes(ones, tens))
  return parts.join(' ')
}

function sayOnes(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 5 && tens > 0) return 'lăm'
  if (ones === 4 && tens > 1) return 'tư'
  return digits[ones] as string
}
