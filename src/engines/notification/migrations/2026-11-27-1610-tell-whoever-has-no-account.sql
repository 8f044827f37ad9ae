alter table notification.message drop constraint message_reader;
alter table notification.message add constraint message_reader check (person_id is not null or asked_by is not null or about is not null);
comment on column notification.message.person_id is 'Who reads it; without one it went outside only: to an address that asked_by gave, or to whoever sent what it is about without an account.';
comment on column notification.message.plan is 'By what it is told outside if the channel in use loses it: {"trying", "left", "phone", "address", "text", "unitId"}. None once nothing is left.';
