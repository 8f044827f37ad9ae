-- Bodies outside are written to at an address that was configured; no person here reads a message beside it.
alter table notification.email alter column message_id drop not null;
comment on column notification.email.message_id is 'The message it stands beside; none for mail to an address that was configured.';
