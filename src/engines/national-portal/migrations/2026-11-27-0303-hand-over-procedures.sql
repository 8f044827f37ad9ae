alter table national_portal.link add column procedures_given_at timestamptz;
comment on column national_portal.link.procedures_given_at is 'When what changed in the national list was last handed over to be decided upon.';
