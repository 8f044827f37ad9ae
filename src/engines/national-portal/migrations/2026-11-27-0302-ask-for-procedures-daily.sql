alter table national_portal.link add column procedures_at timestamptz;
comment on column national_portal.link.procedures_at is 'When the national list of procedures was asked for last.';
