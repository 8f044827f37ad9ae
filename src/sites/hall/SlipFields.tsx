import { useState } from 'react'
import { useSay } from './hall.ts'
import { KeyPad } from './KeyPad.tsx'

const words = {
  code: { vi: 'Mã hồ sơ trên giấy hẹn', en: 'Dossier code on the slip' },
  phone: { vi: '4 số cuối điện thoại đã khai', en: 'Last 4 digits of the phone given' },
}

interface SlipFieldsProps {
  /** Absent where something else names the dossier. */
  readonly code: string | undefined
  readonly phone: string
  readonly onCode: (code: string) => void
  readonly onPhone: (phone: string) => void
}

/**
 * Code and last digits, typed on the screen: such machines have no keyboard. Posted as `ma` and `dt`. What is missing is typed first; a page
 * on which something was scanned draws them anew.
 */
export function SlipFields({ code, phone, onCode, onPhone }: SlipFieldsProps) {
  const { t } = useSay()
  const [field, setField] = useState<'code' | 'phone'>(code === '' ? 'code' : 'phone')
  const isPhone = code === undefined || field === 'phone'
  return (
    <div className="kiosk-typing">
      <div className="kiosk-fields">
        {code !== undefined && (
          <label>
            {t(words.code)}
            <input
              name="ma"
              value={code}
              inputMode="none"
              autoComplete="off"
              aria-current={!isPhone}
              onFocus={() => setField('code')}
              onChange={(event) => onCode(event.target.value)}
            />
          </label>
        )}
        <label>
          {t(words.phone)}
          <input
            name="dt"
            value={phone}
            inputMode="none"
            autoComplete="off"
            maxLength={4}
            aria-current={isPhone}
            onFocus={() => setField('phone')}
            onChange={(event) => onPhone(event.target.value)}
          />
        </label>
      </div>
      <KeyPad
        keys={isPhone ? '1234567890' : '1234567890H.-'}
        text={isPhone ? phone : code}
        onText={isPhone ? (text) => onPhone(text.slice(0, 4)) : onCode}
      />
    </div>
  )
}
