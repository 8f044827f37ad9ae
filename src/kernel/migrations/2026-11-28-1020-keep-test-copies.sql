create table kernel.test_copy (
  is_only boolean primary key default true,
  begun_at timestamptz not null,
  key bytea,
  anonymised_at timestamptz,
  constraint test_copy_only check (is_only),
  constraint test_copy_key check ((key is null) = (anonymised_at is not null))
);
comment on table kernel.test_copy is 'Says that this database is a copy to try things on: nothing leaves it, ever, and it is served only when no personal data is left.';
comment on column kernel.test_copy.key is 'By it equal values get equal stand-ins, as long as they are replaced; whoever had it could look for a value, so it is gone at the end.';

create table kernel.test_copy_step (
  name text primary key,
  reached jsonb,
  is_done boolean not null
);
comment on table kernel.test_copy_step is 'How far the replacing of personal data has come, by table: where it goes on when it was killed. Empty at the end.';

grant select on kernel.test_copy to lien_thong_app;
