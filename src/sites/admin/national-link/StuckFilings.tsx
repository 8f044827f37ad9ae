import { Form } from 'react-router'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import type { Loaded } from './page.tsx'
import { words } from './words.ts'

interface StuckFilingsProps {
  readonly filings: Loaded['stuck']
  /** The cause that is looked at beside, to come back to. */
  readonly xem: Loaded['cause']
  readonly mayMend: boolean
}

/** What was filed on the national portal and cannot become a dossier until somebody has mended why. */
export function StuckFilings({ filings, xem, mayMend }: StuckFilingsProps) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <Block title={t(words.filings)} count={filings.length}>
      <DataTable
        language={language}
        caption={t(words.filings)}
        inset
        columns={[
          { key: 'code', title: t(words.filingCode), heads: true, code: true, width: 220 },
          { key: 'procedure', title: t(words.filingProcedure), code: true, width: 90 },
          { key: 'why', title: t(words.filingWhy) },
          { key: 'again', title: t(words.repair), width: 110 },
        ]}
        rows={filings.map(({ code, procedureCode, error }) => ({
          id: code,
          code,
          procedure: procedureCode,
          why: error,
          again: mayMend ? (
            <Form method="post">
              <FormToken />
              <SendOnce />
              <input type="hidden" name="xem" value={xem ?? ''} />
              <Act name="nhan-lai" value={code} text={t(words.filingAgain)} />
            </Form>
          ) : null,
        }))}
      />
    </Block>
  )
}
