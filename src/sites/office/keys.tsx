import type { LoaderFunctionArgs, MetaFunction } from 'react-router'
import { say, type Words } from '#values/words.ts'
import { AllKeys } from '#ui/office/KeyHint.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { OfficePage } from './OfficePage.tsx'
import { staffPage } from './staff.ts'
import { useOffice } from './use-office.ts'
import { titled } from '../titled.ts'
import { officeWords } from './words.ts'

const title: Words = { vi: 'Phím tắt', en: 'Keys' }

export function loader(args: LoaderFunctionArgs) {
  staffPage(args)
  return null
}

export const meta: MetaFunction = ({ matches }) => titled(matches, title, officeWords.brand)

/** The list of keys as a page, for those without a script. */
export default function Keys() {
  const { language } = useOffice()
  return (
    <OfficePage>
      <PageHead title={say(title, language)} />
      <Panes shape="one">
        <Pane label={say(title, language)} still>
          <Block>
            <AllKeys language={language} />
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
