create table services.book_entry (
  dossier_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  number integer not null,
  constraint book_entry_pk primary key (dossier_id),
  constraint book_entry_number unique (unit_id, year, number),
  constraint book_entry_dossier_id_fkey foreign key (dossier_id) references services.dossier (id)
);
comment on table services.book_entry is
  'Where a dossier stands in the book (Sổ theo dõi hồ sơ) of the counter that received it: one volume a counter and year.';

grant select, insert on services.book_entry to lien_thong_app;
