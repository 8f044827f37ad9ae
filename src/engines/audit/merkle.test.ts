import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compactRange, emptyRoot, leafHash, nodeHash, rootOf, type Hash } from './merkle.ts'
import {
  completeSubtrees,
  consistencyRanges,
  inclusionRanges,
  verifyConsistency,
  verifyInclusion,
  type LeafRange,
} from './merkle-proof.ts'

const hex = (text: string): Hash => Buffer.from(text, 'hex')

// Reference data of Certificate Transparency (RFC 6962): eight leaves, and the roots of the first n of them.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (text) => leafHash(hex(text)),
)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** RFC 9162 §2.1.1, word for word. */
function naiveRoot(list: readonly Hash[]): Hash {
  if (list.length === 0) return emptyRoot
  if (list.length === 1) return list[0] as Hash
  let k = 1
  while (k * 2 < list.length) k *= 2
  return nodeHash(naiveRoot(list.slice(0, k)), naiveRoot(list.slice(k)))
}

const hashesOf = (list: readonly Hash[], ranges: readonly LeafRange[]) =>
  ranges.map(([start, end]) => naiveRoot(list.slice(start, end)))

test('a growing tree has the roots that Certificate Transparency publishes', () => {
  const range = compactRange()
  expect(range.root().toString('hex')).toBe(roots[0])
  for (const [i, leaf] of leaves.entries()) {
    range.append(leaf)
    expect(range.root().toString('hex')).toBe(roots[i + 1])
  }
})

test.each([
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
])('the published path of leaf %i in a tree of %i is made and accepted', (index, size, path) => {
  expect(hashesOf(leaves, inclusionRanges(index, size)).map((hash) => hash.toString('hex'))).toEqual(path)
  expect(verifyInclusion(leaves[index]!, index, size, path.map(hex), hex(roots[size]!))).toBe(true)
})

test.each([
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
])('the published proof that a tree of %i grew into one of %i is made and accepted', (old, size, proof) => {
  expect(hashesOf(leaves, consistencyRanges(old, size)).map((hash) => hash.toString('hex'))).toEqual(proof)
  expect(verifyConsistency(old, size, hex(roots[old]!), hex(roots[size]!), proof.map(hex))).toBe(true)
})

const many = Array.from({ length: 600 }, (_, i) => leafHash(Buffer.from(String(i))))
const size = fc.integer({ min: 1, max: many.length })

test('appending from any point on gives the root of the definition and tells every complete subtree', () => {
  fc.assert(
    fc.property(size, size, (a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      const before = compactRange()
      for (const leaf of many.slice(0, start)) before.append(leaf)
      const range = compactRange(start, before.hashes)
      for (const leaf of many.slice(start, end)) {
        range.append(leaf, (level, index, hash) =>
          expect(hash).toEqual(rootOf(many.slice(index * 2 ** level, (index + 1) * 2 ** level))),
        )
      }
      expect(range.root()).toEqual(naiveRoot(many.slice(0, end)))
    }),
    { numRuns: 60 },
  )
})

test('the path of any leaf holds, and not for another leaf, place, size, root or with another hash', () => {
  fc.assert(
    fc.property(size, fc.nat(), fc.nat(), (n, place, other) => {
      const index = place % n
      const list = many.slice(0, n)
      const [root, path, leaf] = [rootOf(list), hashesOf(list, inclusionRanges(index, n)), list[index]!]
      expect(verifyInclusion(leaf, index, n, path, root)).toBe(true)
      expect(verifyInclusion(leafHash(leaf), index, n, path, root)).toBe(false)
      if (other % n !== index) expect(verifyInclusion(leaf, other % n, n, path, root)).toBe(false)
      expect(verifyInclusion(leaf, index, n, [...path, root], root)).toBe(false)
      expect(verifyInclusion(leaf, index, n, path, leafHash(root))).toBe(false)
      if (path.length > 0) {
        expect(verifyInclusion(leaf, index, n, path.slice(1), root)).toBe(false)
        expect(verifyInclusion(leaf, index, n, path.with(other % path.length, leafHash(root)), root)).toBe(false)
      }
    }),
  )
})

test('any tree is proved to be the beginning of any larger one, and a changed beginning is not', () => {
  fc.assert(
    fc.property(size, size, fc.nat(), (a, b, changed) => {
      const [old, now] = [Math.min(a, b), Math.max(a, b)]
      const list = many.slice(0, now)
      const [oldRoot, root] = [rootOf(list.slice(0, old)), rootOf(list)]
      const proof = hashesOf(list, consistencyRanges(old, now))
      expect(verifyConsistency(old, now, oldRoot, root, proof)).toBe(true)
      const forged = rootOf(list.slice(0, old).with(changed % old, leafHash(root)))
      expect(verifyConsistency(old, now, forged, root, proof)).toBe(false)
      expect(verifyConsistency(old, now, oldRoot, leafHash(root), proof)).toBe(false)
      if (proof.length > 0)
        expect(verifyConsistency(old, now, oldRoot, root, proof.with(changed % proof.length, leafHash(root)))).toBe(
          false,
        )
      expect(verifyConsistency(old, now, oldRoot, root, [...proof, root])).toBe(false)
    }),
  )
})

test('complete subtrees cover a range without gap, and each is aligned', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 40 }), fc.integer({ min: 1, max: 2 ** 40 }), (start, length) => {
      let at = start
      for (const { level, index } of completeSubtrees([start, start + length])) {
        expect(index * 2 ** level).toBe(at)
        at += 2 ** level
      }
      expect(at).toBe(start + length)
    }),
  )
})

test('a tree cannot be taken up with hashes that do not fit its size', () => {
  expect(() => compactRange(5, [leafHash(Buffer.of(1))])).toThrow(RangeError)
  expect(() => inclusionRanges(3, 3)).toThrow(RangeError)
  expect(() => consistencyRanges(4, 3)).toThrow(RangeError)
})
