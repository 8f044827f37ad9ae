create schema numbering;
grant usage on schema numbering to lien_thong_app;

-- One row a book: unit, kind and period. Few columns change, so updates stay on their page (fillfactor).
create table numbering.series (
  book text not null,
  period text not null,
  next integer not null default 1,
  constraint series_pk primary key (book, period)
) with (fillfactor = 20);
comment on table numbering.series is 'The next number of a book in a period (a year or a day): gapless, taken in the transaction that uses it.';

grant select, insert, update on numbering.series to lien_thong_app;
