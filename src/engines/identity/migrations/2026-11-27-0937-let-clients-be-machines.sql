alter table identity.client add column service_id uuid;
alter table identity.client add column service_used_at timestamptz;
alter table identity.client add column service_address text;
alter table identity.client add constraint client_service_fk foreign key (service_id) references identity.service_account (id) not valid;
alter table identity.client validate constraint client_service_fk;
create unique index client_by_service on identity.client (service_id) where service_id is not null;
comment on column identity.client.service_id is 'The service account that it is when it asks in its own name, of the same owner; its alone, so that the trail names who it was.';
comment on column identity.client.service_used_at is 'When it last called as that machine; written at most once a minute.';
