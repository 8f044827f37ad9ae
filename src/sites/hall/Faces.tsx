import { Icon } from '#ui/Icon.tsx'
import { faces } from './faces.ts'
import { useSay } from './hall.ts'

/** The five marks as faces, each of which sends the form that it stands in. */
export function Faces() {
  const { t } = useSay()
  return (
    <div className="faces">
      {faces.map((face) => (
        <button key={face.mark} className={`touch face face-${face.mark}`} name="diem" value={face.mark}>
          <Icon name={face.icon} size={88} />
          {t(face.words)}
        </button>
      ))}
    </div>
  )
}
