-- The keys of a unit, of all its posts and functions: what the inbox of a unit is read by.
create index principal_by_unit on directory.principal (unit_id);
