create unlogged table identity.call_count (
  holder_id uuid not null,
  first_at timestamptz not null,
  calls integer not null,
  constraint call_count_pk primary key (holder_id)
);
comment on table identity.call_count is 'Calls of machines within the running minute, put together by all processes; nothing is lost with it but a count.';
comment on column identity.call_count.holder_id is 'A token (api_token), or the system whose tokens count as one (client).';
grant select, insert, update on identity.call_count to lien_thong_app;
