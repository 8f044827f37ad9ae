-- A merged body is a new legal body, whatever its code: it begins its own books of numbers, or goes on with those of one it took over.
create table directory.book_succession (
  reorganization_id uuid not null,
  unit_id uuid not null,
  effective_on date not null,
  book_unit_id uuid not null,
  since date,
  constraint book_succession_pk primary key (reorganization_id, unit_id),
  constraint book_succession_reorganization_id_fkey foreign key (reorganization_id) references directory.reorganization (id),
  constraint book_succession_unit_id_fkey foreign key (unit_id) references directory.unit (id),
  constraint book_succession_book_unit_id_fkey foreign key (book_unit_id) references directory.unit (id)
);
comment on table directory.book_succession is 'Whose books of numbers a unit writes in from a day on, and since when these run; null: since there are any.';
create index book_succession_by_unit on directory.book_succession (unit_id, effective_on);
grant select, insert, delete on directory.book_succession to lien_thong_app;
