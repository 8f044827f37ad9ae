create table reporting.index_month (
  month date not null,
  owner_id uuid not null,
  indicator text not null,
  met integer not null,
  counted integer not null,
  constraint index_month_pk primary key (month, owner_id, indicator)
);
comment on table reporting.index_month is 'Sums of index_day by month.';

insert into reporting.index_month (month, owner_id, indicator, met, counted)
  select date_trunc('month', day)::date, owner_id, indicator, sum(met), sum(counted) from reporting.index_day group by 1, 2, 3;

grant select, insert, update, delete on reporting.index_month to lien_thong_app;
