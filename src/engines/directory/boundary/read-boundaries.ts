import { Problem } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { boundaryProblems } from './problems.ts'

/** More than a province has areas. */
const mostFeatures = 2000
const mostBytes = 20_000_000

/**
 * The features of a GeoJSON file as they stand in it. Throws `unreadableBoundaries`, saying why: no JSON (which knows no NaN, RFC 8259
 * §6), no FeatureCollection (RFC 7946 §3.3), another coordinate system than WGS 84 (§4), or too big.
 */
export function readBoundaries(bytes: Uint8Array): { readonly text: string; readonly features: readonly unknown[] } {
  if (bytes.length > mostBytes) refuse('Tệp lớn hơn 20 MB', 'The file is bigger than 20 MB')
  const text = decode(bytes)
  return { text, features: featuresOf(text) }
}

/** The same of a file that is kept. */
export function featuresOf(text: string): readonly unknown[] {
  const { type, features, crs } = parse(text) as Record<string, unknown>
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    return refuse('Tệp không phải một FeatureCollection', 'The file is not one FeatureCollection')
  if (crs !== undefined && crs !== null && !/CRS84|EPSG:+4326/.test(JSON.stringify(crs)))
    refuse(
      'Tệp ghi hệ tọa độ khác (crs). Hãy chuyển từ VN-2000 sang WGS 84 (EPSG:4326) rồi gửi lại',
      'The file names another coordinate system (crs). Convert it from VN-2000 to WGS 84 (EPSG:4326)',
    )
  if (features.length > mostFeatures)
    refuse(`Nhiều hơn ${mostFeatures} đối tượng`, `There are more than ${mostFeatures} features`)
  return features
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('Tệp không phải văn bản UTF-8', 'The file is not text in UTF-8')
  }
}

function parse(text: string): object {
  try {
    return (JSON.parse(text) ?? {}) as object
  } catch {
    return refuse('Tệp không phải JSON hợp lệ', 'The file is no valid JSON')
  }
}

function refuse(vi: string, en: string): never {
  const message: Words = { vi: `${vi}.`, en: `${en}.` }
  throw new Problem('unreadableBoundaries', boundaryProblems.unreadableBoundaries, {
    places: [{ path: 'content', message }],
  })
}
