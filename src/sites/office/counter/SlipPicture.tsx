import { useEffect, useState } from 'react'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-office.ts'
import { communeCode, typedIn } from './applicant.ts'
import { filesIn, typedNames } from './typed-form.ts'

const words = {
  title: { vi: 'Xem trước giấy hẹn (Mẫu 01)', en: 'The slip (form 01), before it is printed' },
  picture: { vi: 'Giấy hẹn theo những gì đã gõ', en: 'The slip by what is typed so far' },
  text: {
    vi: 'Mã hồ sơ, quyển số, mã QR có khi tiếp nhận. Bấm tiếp nhận xong thì in ở trang kế (F10).',
    en: 'Code, volume and QR code come with reception. Printed right after it (F10).',
  },
} as const satisfies Record<string, Words>

type Asked = Omit<Parameters<Client['services']['pictureReceipt']>[0], 'code'>

interface SlipPictureProps {
  /** What was typed, as it was kept last. */
  readonly text: string
  readonly code: string
  readonly counterId: string
  readonly lookups: Lookups
}

/** The slip as it would be printed now, drawn again whenever what is typed was kept. */
export function SlipPicture({ text, code, counterId, lookups }: SlipPictureProps) {
  const t = useSay()
  const [src, setSrc] = useState<string>()
  useEffect(() => {
    const stop = new AbortController()
    void draw(code, askedOf(text, counterId, lookups), stop.signal).then((drawn) => drawn && setSrc(drawn))
    return () => stop.abort()
  }, [text, code, counterId, lookups])
  useEffect(() => () => void (src && URL.revokeObjectURL(src)), [src])
  return (
    <Block title={t(words.title)} small>
      {src && <img className="slip-picture" src={src} alt={t(words.picture)} />}
      <p className="quiet">{t(words.text)}</p>
    </Block>
  )
}

function askedOf(text: string, counterId: string, lookups: Lookups): Asked {
  const post = new URLSearchParams(text)
  const { fullName, personalId, sex, phone, email, commune, detail } = typedIn(post)
  const home = communeCode(commune, lookups)
  return {
    counterId: post.get(typedNames.counter) ?? counterId,
    post: text,
    applicant: {
      fullName,
      personalId,
      phone,
      email,
      ...((sex === 'male' || sex === 'female') && { sex }),
      ...(home !== undefined && { residence: { commune: home, detail } }),
    },
    papers: [...Object.keys(filesIn(post)), ...post.getAll('ban-giay')],
    paidFees: [...post].flatMap(([name, method]) => (name.startsWith('phi-') && method !== '' ? [name.slice(4)] : [])),
  }
}

/** The address of the picture; undefined when it cannot be drawn now: the last one stays. */
async function draw(code: string, asked: Asked, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(`/api/services/reception/${code}/slip-picture`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(asked),
      signal,
    })
    return answer.ok ? URL.createObjectURL(await answer.blob()) : undefined
  } catch {
    return undefined
  }
}
