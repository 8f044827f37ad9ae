/**
 * Functions of one session that replace values, the same always by the same: who stands in two tables is one person still. With the key of the
 * run, which is thrown away; without it nobody finds out by trying which value it was. Numbers are permuted, so that none meets another.
 */
export const replaceFunctions = `
create temp table copy_key (key text not null);
create temp table copy_word (word text primary key);

create function pg_temp.copy_hash(kind text, value text) returns text language sql stable strict as $$
  select encode(sha256(convert_to((select key from copy_key) || kind || ':' || value, 'UTF8')), 'hex') $$;

create function pg_temp.copy_number(kind text, value text) returns bigint language sql stable strict as $$
  select ('x' || substr(pg_temp.copy_hash(kind, value), 1, 14))::bit(56)::bigint $$;

-- Four rounds of Feistel: one-to-one within numbers of as many digits, an even number of them.
create function pg_temp.copy_permute(kind text, value text) returns text language plpgsql stable strict as $$
declare half int := length(value) / 2; most bigint := 10 ^ half; l bigint := left(value, half)::bigint; r bigint := right(value, half)::bigint; kept bigint;
begin
  for round in 1..4 loop
    kept := r; r := (l + pg_temp.copy_number(kind || round, lpad(r::text, half, '0'))) % most; l := kept;
  end loop;
  return lpad(l::text, half, '0') || lpad(r::text, half, '0');
end $$;

create function pg_temp.copy_ending(value text) returns text language sql stable strict as $$
  select case when value ~ '^\\d{4}$' then pg_temp.copy_permute('ending', value) else value end $$;

create function pg_temp.copy_phone(value text) returns text language plpgsql stable strict as $$
declare digits text := regexp_replace(value, '\\D', '', 'g');
begin
  if length(digits) < 10 then return rpad('09', greatest(2, length(digits)), '0'); end if;
  return left(digits, length(digits) - 8) || pg_temp.copy_permute('middle' || right(digits, 4), left(right(digits, 8), 4)) || pg_temp.copy_ending(right(digits, 4));
end $$;

create function pg_temp.copy_digits(value text) returns text language plpgsql stable strict as $$
declare digits text := regexp_replace(value, '\\D', '', 'g'); whole text := '';
begin
  if value ~ '[^\\d]' then
    -- What is no number alone keeps its length and where its digits are.
    for at in 1..length(value) loop
      whole := whole || case when substr(value, at, 1) ~ '\\d' then (pg_temp.copy_number('digit' || at, value) % 10)::text
        when substr(value, at, 1) ~ '\\w' then chr(65 + (pg_temp.copy_number('letter' || at, value) % 26)::int) else substr(value, at, 1) end;
    end loop;
    return whole;
  end if;
  if length(digits) >= 8 then return left(digits, length(digits) - 8) || pg_temp.copy_permute('digits' || left(digits, length(digits) - 8), right(digits, 8)); end if;
  return lpad((pg_temp.copy_number('digits', value) % (10 ^ length(digits))::bigint)::text, length(digits), '0');
end $$;

create function pg_temp.copy_email(value text) returns text language sql stable strict as $$
  select 'nguoi.' || substr(pg_temp.copy_hash('email', lower(value)), 1, 16) || '@example.vn' $$;

create function pg_temp.copy_login(value text) returns text language sql stable strict as $$
  select 'tk.' || substr(pg_temp.copy_hash('login', value), 1, 16) $$;

create function pg_temp.is_key(value text) returns boolean language sql immutable strict as $$
  select value ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' $$;

-- "Thử" stands in every one, so that nobody takes a copy for the real thing. Of officials what follows a comma is post and unit, which stay.
create function pg_temp.copy_name(value text) returns text language plpgsql stable strict as $$
declare
  families text[] := array['Nguyễn','Trần','Lê','Phạm','Hoàng','Phan','Vũ','Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý'];
  givens text[] := array['An','Bình','Chi','Dung','Giang','Hà','Hải','Hạnh','Hoa','Hùng','Hương','Khánh','Lan','Linh','Long','Mai','Minh','Nam','Nga','Ngọc','Phong','Phúc','Quân','Quyên','Sơn','Tâm','Thảo','Thu','Tùng','Yến'];
  own text := lower(btrim(split_part(value, ',', 1))); made text;
begin
  if value = '' or value in ('system', 'platform') or pg_temp.is_key(value) then return value; end if;
  made := families[1 + pg_temp.copy_number('family', own) % array_length(families, 1)] || ' Thử '
    || givens[1 + pg_temp.copy_number('middle', own) % array_length(givens, 1)] || ' ' || givens[1 + pg_temp.copy_number('given', own) % array_length(givens, 1)];
  if value = upper(value) then made := upper(made); end if;
  return made || substr(value, length(split_part(value, ',', 1)) + 1);
end $$;

create function pg_temp.copy_enterprise(value text) returns text language sql stable strict as $$
  select 'Công ty Thử ' || upper(substr(pg_temp.copy_hash('enterprise', lower(value)), 1, 8)) $$;

create function pg_temp.copy_prose(value text) returns text language plpgsql stable strict as $$
declare
  sentence text := 'nội dung thử thay cho lời viết thật ở đây để người xem biết chỗ này từng có chữ dài chừng ấy ';
  at int := pg_temp.copy_number('prose', value) % 40;
begin
  if btrim(value) = '' then return value; end if;
  return rtrim(left('Thử ' || substr(repeat(sentence, 2 + length(value) / length(sentence)), 1 + at), greatest(length(value), 1)));
end $$;

create function pg_temp.copy_date(value date) returns date language sql stable strict as $$
  select make_date(extract(year from value)::int, 1, 1) + (pg_temp.copy_number('date', value::text) % 365)::int $$;

create function pg_temp.copy_file(value text) returns text language sql stable strict as $$
  select 'tep-' || substr(pg_temp.copy_hash('file', value), 1, 8) || coalesce(lower(substring(value from '\\.[A-Za-z0-9]{1,5}$')), '') $$;

create function pg_temp.copy_text(value text, codes boolean) returns text language sql stable strict as $$
  select case
    when value = '' or pg_temp.is_key(value) or value ~ '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?$' then value
    when codes then case when value ~ '^[a-z][A-Za-z0-9._/-]{0,60}$' then value else pg_temp.copy_prose(value) end
    when exists (select from copy_word w where w.word = value) then value
    -- A place in a form, such as papers.land: made of declared words.
    when value ~ '^[A-Za-z0-9]+([./][A-Za-z0-9]+)+$' and not exists (select from regexp_split_to_table(value, '[./]') part
      where not exists (select from copy_word w where w.word = part)) then value
    when value ~ '^\\d{4}-\\d\\d-\\d\\d$' then pg_temp.copy_date(value::date)::text
    when value ~ '^0\\d{9}$' then pg_temp.copy_phone(value)
    when value ~ '^[\\d .+-]{4,}$' then pg_temp.copy_digits(value)
    when value ~ '^\\S+@\\S+\\.\\S+$' then pg_temp.copy_email(value)
    when value ~* '^(công ty|doanh nghiệp|hợp tác xã|cty) ' then pg_temp.copy_enterprise(value)
    when value ~ '^[[:alpha:]]+( [[:alpha:]]+){1,5}$' and (initcap(value) = value or upper(value) = value) then pg_temp.copy_name(value)
    else pg_temp.copy_prose(value) end $$;

create function pg_temp.copy_json(value jsonb, codes boolean) returns jsonb language plpgsql stable strict as $$
begin
  case jsonb_typeof(value)
    when 'string' then return to_jsonb(pg_temp.copy_text(value #>> '{}', codes));
    when 'array' then return coalesce((select jsonb_agg(pg_temp.copy_json(e.value, codes) order by e.ordinality) from jsonb_array_elements(value) with ordinality e), '[]');
    when 'object' then return coalesce((select jsonb_object_agg(e.key, pg_temp.copy_json(e.value, codes)) from jsonb_each(value) e), '{}');
    else return value;
  end case;
end $$;
`
