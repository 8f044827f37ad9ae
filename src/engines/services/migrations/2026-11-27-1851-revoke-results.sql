alter table services.result
  add column revoked_by text,
  add column revoked_for text,
  add column revoked_decision text,
  add constraint result_revoked check (revoked_at is not null or (revoked_by is null and revoked_for is null and revoked_decision is null)),
  add constraint result_revoked_issued check (revoked_at is null or number is not null);
comment on column services.result.revoked_by is 'Who revoked it, with their post; null also where that was before this was kept.';
comment on column services.result.revoked_for is 'The reason, as its holder reads it; never shown to whoever only checks the paper.';
comment on column services.result.revoked_decision is 'The decision by which it was revoked, where there is one.';
