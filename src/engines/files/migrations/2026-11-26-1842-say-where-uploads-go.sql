-- A file that waits for the virus scanner outlives the page that sent it: where it goes is said when it is sent.
alter table files.upload add column goes_to text;
create index upload_by_place on files.upload (owner_account, goes_to) where goes_to is not null;
comment on column files.upload.goes_to is 'The path of the operation that puts it there, and the paper; empty once it was put.';
