-- Somebody may be told something at the wish of another person, also when they are not known here yet; how much is bounded.
alter table notification.message alter column person_id drop not null;
alter table notification.message add column asked_by uuid references directory.person (id);
alter table notification.message add constraint message_reader check (person_id is not null or asked_by is not null);
comment on column notification.message.person_id is 'Who reads it; without one it went by e-mail only, to an address that asked_by gave.';
comment on column notification.message.asked_by is 'The person at whose wish it was told.';
create index message_by_asker on notification.message (asked_by, at) where asked_by is not null;
