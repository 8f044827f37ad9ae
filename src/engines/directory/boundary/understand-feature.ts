import { polygonsOf, type Geometry, type Polygon, type Position, type Ring } from '#values/geometry.ts'
import { tidy } from '#values/text.ts'
import type { Words } from '#values/words.ts'

/** What a feature says: whose boundary, and which. */
export interface GivenBoundary {
  readonly code: string
  readonly geometry: Geometry
}

/** A feature that means nothing, with the code and name it bears, if any, and why. */
export interface Unfit {
  readonly code: string | null
  readonly name: string | null
  readonly fault: Words
}

/** Degrees: the mainland, the sea and both archipelagos, rounded outwards. */
const vietNam = { west: 102, south: 6, east: 118, north: 24 }
/** As drawn on land-use maps; a whole province of the finest has less. */
const mostPositions = 50_000

class Fault extends Error {
  readonly words: Words

  constructor(vi: string, en: string) {
    super(en)
    this.words = { vi, en }
  }
}

/** Reads one feature of a file (RFC 7946 §3.2). Of positions only longitude and latitude are kept. */
export function understandFeature(feature: unknown): GivenBoundary | Unfit {
  const { properties, geometry, id } = asRecord(feature)
  const facts = asRecord(properties)
  const code = codeOf(facts['code']) ?? codeOf(facts['ma']) ?? codeOf(id)
  const name = nameOf([facts['fullName'], facts['name'], facts['ten']])
  try {
    if (code === null) throw new Fault('Thiếu mã địa bàn (code)', 'It lacks the code of its area (code)')
    return { code, geometry: geometryOf(geometry) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { code, name, fault: error.words }
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const nameOf = (given: readonly unknown[]): string | null => {
  const said = given.find((one) => typeof one === 'string')
  return said === undefined ? null : tidy(said.toWellFormed()).slice(0, 100)
}

/** The codes of the statistical office are digits: two of a province, three of a district, five of a commune. */
const codeOf = (value: unknown): string | null =>
  (typeof value === 'string' || typeof value === 'number') && /^\d{2,5}$/.test(String(value)) ? String(value) : null

function geometryOf(given: unknown): Geometry {
  const { type, coordinates } = asRecord(given)
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    throw new Fault(
      `Hình là ${sayType(type)}; cần Polygon hoặc MultiPolygon`,
      `It is a ${sayType(type)}; a Polygon or MultiPolygon is needed`,
    )
  const geometry: Geometry =
    type === 'Polygon'
      ? { type, coordinates: polygonOf(coordinates) }
      : { type, coordinates: manyPolygons(coordinates) }
  const count = polygonsOf(geometry)
    .flat()
    .reduce((sum, ring) => sum + ring.length, 0)
  if (count > mostPositions)
    throw new Fault(
      `Có ${count} điểm, nhiều hơn ${mostPositions}. Hãy đơn giản hóa đường ranh giới`,
      `It has ${count} positions, more than ${mostPositions}. Simplify its lines`,
    )
  return geometry
}

const sayType = (type: unknown): string => (typeof type === 'string' ? type.slice(0, 30) : 'null')

function manyPolygons(given: unknown): Polygon[] {
  if (!Array.isArray(given) || given.length === 0)
    throw new Fault('MultiPolygon không có mảnh nào', 'A MultiPolygon without a polygon')
  return given.map(polygonOf)
}

function polygonOf(given: unknown): Polygon {
  if (!Array.isArray(given) || given.length === 0)
    throw new Fault('Polygon không có đường bao nào', 'A Polygon without a ring')
  return given.map(ringOf)
}

/** A linear ring has four positions or more, and ends where it begins (RFC 7946 §3.1.6). */
function ringOf(given: unknown): Ring {
  if (!Array.isArray(given) || given.length < 4)
    throw new Fault('Đường bao có ít hơn bốn điểm', 'A ring has fewer than four positions')
  const ring = given.map(positionOf)
  const [first, last] = [ring[0] as Position, ring.at(-1) as Position]
  if (first[0] !== last[0] || first[1] !== last[1])
    throw new Fault('Đường bao không khép kín: điểm cuối khác điểm đầu', 'A ring is not closed: its ends differ')
  if (new Set(ring.map(String)).size < 3) throw new Fault('Đường bao không có diện tích', 'A ring encloses nothing')
  return ring
}

function positionOf(given: unknown): Position {
  const [east, north] = Array.isArray(given) ? (given as unknown[]) : []
  if (typeof east !== 'number' || typeof north !== 'number' || !Number.isFinite(east) || !Number.isFinite(north))
    throw new Fault('Có tọa độ không phải là số', 'A coordinate is not a number')
  if (isIn(east, north)) return [east, north]
  const why = isIn(north, east)
    ? { vi: 'kinh độ phải đứng trước vĩ độ', en: 'longitude comes before latitude' }
    : Math.abs(east) > 180 || Math.abs(north) > 90
      ? { vi: 'có vẻ là VN-2000, cần chuyển sang WGS 84 (độ)', en: 'perhaps VN-2000: convert to degrees of WGS 84' }
      : { vi: 'ngoài lãnh thổ Việt Nam', en: 'outside Viet Nam' }
  throw new Fault(`Tọa độ ${east}; ${north}: ${why.vi}`, `Coordinates ${east}, ${north}: ${why.en}`)
}

const isIn = (east: number, north: number): boolean =>
  east >= vietNam.west && east <= vietNam.east && north >= vietNam.south && north <= vietNam.north
