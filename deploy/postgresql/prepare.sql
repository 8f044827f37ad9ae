-- Roles and the database of the platform; safe to repeat. Passwords come by the environment.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv web_password WEB_PASSWORD
-- A statement that sets a password is not for the log.
set log_statement = none;
set log_min_error_statement = panic;
-- `lien_thong` owns the schema and migrates; `lien_thong_web` serves: as the working role it may neither alter tables nor change the trail.
select 'create role lien_thong_app nologin' where not exists (select from pg_roles where rolname = 'lien_thong_app') \gexec
select 'create role lien_thong login' where not exists (select from pg_roles where rolname = 'lien_thong') \gexec
select 'create role lien_thong_web login' where not exists (select from pg_roles where rolname = 'lien_thong_web') \gexec
alter role lien_thong password :'owner_password';
-- Backups read the cluster by the way of standbys.
alter role lien_thong replication;
alter role lien_thong_web password :'web_password';
grant lien_thong_app to lien_thong with admin option;
grant lien_thong_app to lien_thong_web;
-- PgBouncer hands no settings on: they are the login's.
alter role lien_thong_web set role = 'lien_thong_app';
alter role lien_thong_web set statement_timeout = '30s';
alter role lien_thong_web set idle_in_transaction_session_timeout = '30s';
select 'create database lien_thong owner lien_thong' where not exists (select from pg_database where datname = 'lien_thong') \gexec
revoke connect, temporary on database lien_thong from public;
-- Whoever may connect may ask for the size of a database; the login works as the working role.
grant connect on database lien_thong to lien_thong_web, lien_thong_app;
