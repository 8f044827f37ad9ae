/** What a check found; the bytes are replaced when metadata had to be taken out. */
export interface Checked {
  readonly mediaType: string
  readonly pages?: number
  readonly width?: number
  readonly height?: number
  readonly cleaned?: Buffer
}

/** Most pixels of an image: what the cameras of telephones give at most, 8,192 × 6,400. */
export const maxPixels = 50 * 1024 * 1024

/** Most that may be packed into one file, whatever the packing: security-reliability.md §6.5. */
export const maxUnpacked = 200 * 1024 * 1024
export const maxRatio = 100
