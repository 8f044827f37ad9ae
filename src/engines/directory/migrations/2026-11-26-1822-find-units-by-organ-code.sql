-- Identifiers of units live in their versions, dated: one that a unit bore once is found too.
create index unit_version_by_organ_code on directory.unit_version (organ_code) where organ_code is not null;
