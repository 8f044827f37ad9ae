-- Of what was filed before, only what came from the national portal is known to be so.
alter table services.dossier add column by_e_identity boolean not null default false;
comment on column services.dossier.by_e_identity is 'Filed online by an account that the national e-identity had confirmed (indicator 4.5).';
