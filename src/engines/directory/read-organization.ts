import { get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Organization } from './declare.ts'
import { longAgo } from './load-organization.ts'

/** The organisation as the province keeps it now, with all its versions, in the grammar in which it is declared. */
export const readOrganization = async (
  tx: Queries,
  { id, name }: Pick<Organization, 'id' | 'name'>,
): Promise<Organization> => {
  const { areas, units } = await get(
    tx,
    sql<Pick<Organization, 'areas' | 'units'>>`select
      (select json_agg(json_strip_nulls(json_build_object('code', a.code, 'tier', a.tier, 'name', a.name, 'parent', a.parent_code,
          'from', nullif(a.valid_from, ${longAgo}), 'to', a.valid_to)) order by a.code, a.valid_from)
        from directory.area a) as areas,
      (select json_agg(json_strip_nulls(json_build_object('code', u.code, 'kind', v.kind, 'name', v.name, 'shortName', v.short_name,
          'tier', v.tier, 'parent', parent.code, 'area', v.area_code, 'organCode', v.organ_code, 'taxCode', v.tax_code, 'address', v.address, 'phone', v.phone,
          'from', nullif(v.valid_from, ${longAgo}), 'to', v.valid_to)) order by u.code, v.valid_from)
        from directory.unit_version v join directory.unit u on u.id = v.unit_id
        left join directory.unit parent on parent.id = v.parent_id) as units`,
  )
  return { id, name, areas, units }
}
